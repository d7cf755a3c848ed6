import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Refusal } from '../refusal.js';
import { asRefusal } from './database-errors.js';
import type { Tx } from './tx.js';

const afterCommitOf = new WeakMap<EntityManager, (() => void)[]>();

/** Does something small once this transaction has committed; never when it rolls back. For wake-up calls only: what must happen is an outbox row. */
export function afterCommit(tx: Tx, act: () => void): void {
  const acts = afterCommitOf.get(tx);
  if (acts) acts.push(act);
  else afterCommitOf.set(tx, [act]);
}

const doubtful = new WeakSet<Error>();

/** True for a failure after which nobody knows whether the transaction stands: the line broke while it was being committed. After any other, nothing has happened. */
export function mayHaveCommitted(error: unknown): boolean {
  return error instanceof Error && doubtful.has(error);
}

const MOMENT = `select pg_current_snapshot() || ' ' || extract(epoch from pg_postmaster_start_time()) as moment`;

/** Elsewhere this is a server that became a read-only copy; while reading it is a mistake of ours. */
function writingIsABug(error: unknown): unknown {
  return (error as { code?: unknown }).code === '25006' ? error : asRefusal(error);
}

/** The door to PostgreSQL: opens transactions and turns what the database refuses into refusals. */
@Injectable()
export class Db {
  private written = 0;

  constructor(private readonly source: DataSource) {}

  /** How many transactions of this process may have changed something. */
  get commits(): number {
    return this.written;
  }

  /** One business action. Commits when the work resolves, rolls back when it throws; refuses `platform.busy` / `platform.unavailable` (503) when the database can't take it. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.run(work);
    } finally {
      // Also after a failure: a connection that broke during the commit tells nothing.
      this.written += 1;
    }
  }

  private async run<T>(work: (tx: Tx) => Promise<T>, meaning: (error: unknown) => unknown = asRefusal): Promise<T> {
    let worked: EntityManager | undefined;
    try {
      const result = await this.source.transaction(async (manager) => {
        const done = await work(manager as Tx);
        worked = manager;
        return done;
      });
      if (worked) for (const act of afterCommitOf.get(worked) ?? []) act();
      return result;
    } catch (error) {
      const said = meaning(error);
      if (worked && said instanceof Refusal && said.code === 'platform.unavailable') doubtful.add(said);
      throw said;
    }
  }

  /** One statement that commits by itself, whatever becomes of the request; answers its rows. With a name it is prepared once for each connection. */
  async alone<T>(sql: string, values: unknown[] = [], name?: string): Promise<T[]> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as { query(statement: { name?: string; text: string; values: unknown[] }): Promise<{ rows: T[] }> };
      return (await client.query({ ...(name && { name }), text: sql, values })).rows;
    } catch (error) {
      throw asRefusal(error);
    } finally {
      await runner.release();
    }
  }

  /** Reading only: the same as a transaction, but a write is refused by PostgreSQL. Everything read is of one moment. */
  async read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      return work(tx);
    }, writingIsABug);
  }

  /**
   * What can be seen now, as a text. The same text twice means that nothing at all was committed in between,
   * by whomever: it names every transaction that has ended, and the server's own start.
   */
  async moment(): Promise<string> {
    try {
      const [row] = await this.source.query<{ moment: string }[]>(MOMENT);
      return row!.moment;
    } catch (error) {
      throw asRefusal(error);
    }
  }
}
