import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Which decisions about the day of an association's event were the ward office's, and who of its leaders has read them. */
export class EventsNoteWardDecisions1795500005770 implements MigrationInterface {
  readonly name = 'EventsNoteWardDecisions1795500005770';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.day_decision add column by_ward boolean not null default false');
    await runner.query('create index day_decision_by_ward on events.day_decision (decided_at) where by_ward');
    await runner.query(`
      create table events.ward_decision_reading (
        decision_id uuid not null references events.day_decision,
        person_id uuid not null references identity.person,
        read_at timestamptz not null,
        primary key (decision_id, person_id)
      )`);
    await runner.query('create index ward_decision_reading_person on events.ward_decision_reading (person_id)');
    await runner.query(`grant select, insert on events.ward_decision_reading to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.ward_decision_reading');
    await runner.query('alter table events.day_decision drop column by_ward');
  }
}
