import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

/** Counts of what is worth guessing or costs a letter, and by which address a letter was asked for. */
export class PlatformCreateRateLimits1795300001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.rate_limit (
        -- keyed hash of what is counted and whose: no address and no contact lies here
        subject text primary key,
        hits int not null,
        ends_at timestamptz not null
      )`);
    await runner.query('create index rate_limit_end on platform.rate_limit (ends_at)');
    await grantContext(runner, 'platform');
    await runner.query('alter table identity.sign_in_request add column asked_from text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity.sign_in_request drop column asked_from');
    await runner.query('drop table platform.rate_limit');
  }
}
