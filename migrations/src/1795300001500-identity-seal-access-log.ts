import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** The seals of the access log, and which of its entries wait for theirs. */
export class IdentitySealAccessLog1795300001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.access_log_unsealed (
        entry_id uuid primary key,
        -- whose transaction it is: only when no older one can still commit is the order settled
        xid xid8 not null default pg_current_xact_id()
      )`);
    await runner.query('create index access_log_unsealed_order on identity.access_log_unsealed (xid, entry_id)');
    await runner.query('insert into identity.access_log_unsealed (entry_id) select id from identity.access_log');
    // No foreign key: a deleted entry must be found by its seal, not hidden with it.
    await runner.query(`
      create table identity.access_log_seal (
        position bigint primary key,
        entry_id uuid not null,
        hash bytea not null,
        sealed_at timestamptz not null,
        constraint access_log_seal_position check (position >= 1),
        constraint access_log_seal_hash check (octet_length(hash) = 32),
        constraint access_log_seal_once unique (entry_id)
      )`);
    await runner.query(`grant select, delete on identity.access_log_unsealed to ${APP_ROLE}`);
    await runner.query(`grant insert (entry_id) on identity.access_log_unsealed to ${APP_ROLE}`);
    await runner.query(`grant select, insert on identity.access_log_seal to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.access_log_seal');
    await runner.query('drop table identity.access_log_unsealed');
  }
}
