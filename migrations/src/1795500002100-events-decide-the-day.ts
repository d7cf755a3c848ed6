import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** What was decided about the day of an event (called off, put off, held after all) and who of those asked said that they still come. */
export class EventsDecideTheDay1795500002100 implements MigrationInterface {
  readonly name = 'EventsDecideTheDay1795500002100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.day_decision (
        id uuid primary key,
        event_id uuid not null references events.event,
        kind text not null constraint day_decision_kind check (kind in ('cancelled', 'postponed', 'held')),
        cause text not null constraint day_decision_cause check (cause in ('rain', 'wind', 'heat', 'warning', 'other')),
        reason text,
        was_starts_at timestamptz,
        was_ends_at timestamptz,
        revision int,
        decided_by uuid not null references identity.person,
        decided_at timestamptz not null
      )`);
    await runner.query('create index day_decision_of_event on events.day_decision (event_id, decided_at)');
    await runner.query(`
      create table events.still_coming (
        decision_id uuid not null references events.day_decision,
        about_kind text not null constraint still_coming_about check (about_kind in ('application', 'assignment')),
        about_id uuid not null,
        entered_by uuid references identity.person,
        at timestamptz not null,
        primary key (decision_id, about_kind, about_id)
      )`);
    await runner.query(`grant select, insert on events.day_decision, events.still_coming to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.still_coming');
    await runner.query('drop table events.day_decision');
  }
}
