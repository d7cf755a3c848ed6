import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What takes place within an event, in its running order. */
export class EventsAddProgramme1795500002200 implements MigrationInterface {
  readonly name = 'EventsAddProgramme1795500002200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table events.event add column programme jsonb constraint event_programme check (jsonb_typeof(programme) = 'array')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event drop column programme');
  }
}
