import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.js';
import { ImpatientClient } from './impatient-client.js';

/**
 * Limits of every connection: nobody waits longer than this for a place in the pool, a lock, a
 * statement or a transaction that somebody forgot, nor for any answer of a server that has fallen
 * silent (milliseconds).
 */
export const DATABASE_LIMITS = { acquire: 3_000, statement: 10_000, lock: 3_000, idleInTransaction: 15_000, answer: 12_000 } as const;

/** TypeORM's options for the serving role: no DDL, no `synchronize`, entities registered by the contexts. */
export function dataSourceOptions(config: Config): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.databaseAppUrl,
    installExtensions: false,
    applicationName: 'yoriai',
    poolSize: config.poolSize,
    extra: {
      max: config.poolSize,
      connectionTimeoutMillis: DATABASE_LIMITS.acquire,
      statement_timeout: DATABASE_LIMITS.statement,
      lock_timeout: DATABASE_LIMITS.lock,
      idle_in_transaction_session_timeout: DATABASE_LIMITS.idleInTransaction,
      query_timeout: DATABASE_LIMITS.answer,
      // Everything read here is small: calling helpers for a statement takes longer than they save, and takes them from others.
      options: '-c max_parallel_workers_per_gather=0',
      keepAlive: true,
      Client: ImpatientClient,
    },
  };
}
