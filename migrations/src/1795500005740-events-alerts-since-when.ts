import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a source of alerts said last, also when it can't be read now; a warning that is issued again is asked about again. */
export class EventsAlertsSinceWhen1795500005740 implements MigrationInterface {
  readonly name = 'EventsAlertsSinceWhen1795500005740';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table events.alert_reading add column known jsonb, add column known_at timestamptz`);
    await runner.query(`update events.alert_reading set known = alerts, known_at = read_at where alerts is not null`);
    await runner.query(`alter table events.alert_reading add constraint alert_reading_known check ((known is null) = (known_at is null))`);
    await runner.query(`
      alter table events.decision_prompt
        add column grave_since timestamptz not null default '-infinity',
        drop constraint decision_prompt_pkey,
        add primary key (event_id, decision_at, stage, grave_since)`);
    await runner.query(`alter table events.decision_prompt add constraint decision_prompt_grave check (stage = 'warning' or grave_since = '-infinity')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from events.decision_prompt prompt using events.decision_prompt other where other.event_id = prompt.event_id and other.decision_at = prompt.decision_at and other.stage = prompt.stage and other.grave_since < prompt.grave_since`);
    await runner.query(`alter table events.decision_prompt drop constraint decision_prompt_pkey, drop column grave_since, add primary key (event_id, decision_at, stage)`);
    await runner.query(`alter table events.alert_reading drop column known_at, drop column known`);
  }
}
