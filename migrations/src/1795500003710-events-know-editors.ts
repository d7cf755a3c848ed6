import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wrote at what is to be looked at, so that nobody looks at their own words for a council. */
export class EventsKnowEditors1795500003710 implements MigrationInterface {
  readonly name = 'EventsKnowEditors1795500003710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table events.event add column editors uuid[] not null default '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event drop column editors');
  }
}
