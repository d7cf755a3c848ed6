import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Of which hour of decision somebody was reminded already, and the last word of each source of alerts. */
export class EventsPromptDecisions1795500002110 implements MigrationInterface {
  readonly name = 'EventsPromptDecisions1795500002110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.decision_prompt (
        event_id uuid not null references events.event,
        decision_at timestamptz not null,
        stage text not null constraint decision_prompt_stage check (stage in ('half-day', 'hour')),
        at timestamptz not null,
        primary key (event_id, decision_at, stage)
      )`);
    await runner.query(`
      create table events.alert_reading (
        source text primary key,
        alerts jsonb,
        read_at timestamptz not null
      )`);
    await runner.query(`create index event_to_decide on events.event (rain_decision_at) where state = 'published' and rain_decision_at is not null`);
    await runner.query(`grant select, insert on events.decision_prompt to ${APP_ROLE}`);
    await runner.query(`grant select, insert, update on events.alert_reading to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index events.event_to_decide');
    await runner.query('drop table events.alert_reading');
    await runner.query('drop table events.decision_prompt');
  }
}
