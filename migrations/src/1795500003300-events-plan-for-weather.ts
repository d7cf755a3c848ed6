import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where and when an event takes place if it rains, and from which heat index (WBGT) on it does not; of which prompts of the heat somebody heard. */
export class EventsPlanForWeather1795500003300 implements MigrationInterface {
  readonly name = 'EventsPlanForWeather1795500003300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.event
        add column rain_date jsonb constraint event_rain_date check (rain_date is null or rain_policy = 'postponed'),
        add column heat_limit smallint constraint event_heat_limit check (heat_limit in (28, 31, 33))`);
    // ISO texts in UTC sort like the instants they are.
    await runner.query(`create index event_rain_dates on events.event ((rain_date ->> 'startsAt')) where rain_date is not null`);
    await runner.query(`create index event_heat_limits on events.event (starts_at) where heat_limit is not null and state = 'published'`);
    await runner.query(`alter table events.decision_prompt drop constraint decision_prompt_stage, add constraint decision_prompt_stage check (stage in ('half-day', 'hour', 'heat'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from events.decision_prompt where stage = 'heat'`);
    await runner.query(`alter table events.decision_prompt drop constraint decision_prompt_stage, add constraint decision_prompt_stage check (stage in ('half-day', 'hour'))`);
    await runner.query('alter table events.event drop column heat_limit, drop column rain_date');
  }
}
