import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Of which event's report the host was reminded already, and how many days after its end. */
export class EventsAskForReports1795500004300 implements MigrationInterface {
  readonly name = 'EventsAskForReports1795500004300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.report_prompt (
        event_id uuid not null references events.event,
        days smallint not null constraint report_prompt_days check (days in (1, 7, 14)),
        at timestamptz not null,
        primary key (event_id, days)
      )`);
    await runner.query(`create index event_to_report on events.event (ends_at) where state = 'awaiting-report'`);
    await runner.query(`grant select, insert on events.report_prompt to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index events.event_to_report');
    await runner.query('drop table events.report_prompt');
  }
}
