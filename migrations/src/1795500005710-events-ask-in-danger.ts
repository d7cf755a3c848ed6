import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever leads an event is asked about it, too, when a grave warning stands shortly before it. */
export class EventsAskInDanger1795500005710 implements MigrationInterface {
  readonly name = 'EventsAskInDanger1795500005710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table events.decision_prompt drop constraint decision_prompt_stage, add constraint decision_prompt_stage check (stage in ('half-day', 'hour', 'heat', 'warning'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from events.decision_prompt where stage = 'warning'`);
    await runner.query(`alter table events.decision_prompt drop constraint decision_prompt_stage, add constraint decision_prompt_stage check (stage in ('half-day', 'hour', 'heat'))`);
  }
}
