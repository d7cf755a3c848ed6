import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the host may read a helper's number on the roster: not where a leader who entered them did not know it. */
export class RostersTellPhones1795500005200 implements MigrationInterface {
  readonly name = 'RostersTellPhones1795500005200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table rosters.assignment add column phone_told boolean not null default true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table rosters.assignment drop column phone_told');
  }
}
