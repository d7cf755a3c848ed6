import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** What an event hands out: papers and pictures that whoever sees its page may take along. */
export class EventsAddHandouts1795500005726 implements MigrationInterface {
  readonly name = 'EventsAddHandouts1795500005726';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.handout (
        id uuid primary key,
        event_id uuid not null references events.event,
        name text not null constraint handout_name check (length(name) between 1 and 60),
        file_id uuid not null references platform.file,
        added_at timestamptz not null
      )`);
    await runner.query('create index handout_event on events.handout (event_id, added_at)');
    await runner.query('create unique index handout_file on events.handout (file_id)');
    await runner.query(`grant select, insert, update, delete on events.handout to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.handout');
  }
}
