import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** The end of the access log's chain after each sealing, beside the chain: what was cut off there stands here. */
export class IdentityKeepHeads1795500005850 implements MigrationInterface {
  readonly name = 'IdentityKeepHeads1795500005850';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.access_log_head (
        position bigint primary key,
        hash bytea not null,
        kept_at timestamptz not null,
        constraint access_log_head_position check (position >= 1),
        constraint access_log_head_hash check (octet_length(hash) = 32)
      )`);
    await runner.query(`
      insert into identity.access_log_head (position, hash, kept_at)
      select position, hash, sealed_at from identity.access_log_seal order by position desc limit 1`);
    await runner.query(`grant select, insert on identity.access_log_head to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.access_log_head');
  }
}
