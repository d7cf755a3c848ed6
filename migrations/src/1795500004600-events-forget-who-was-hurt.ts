import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was hurt is forgotten after a while. A report is a history that the serving role can't change: it may have this done, and nothing else. */
export class EventsForgetWhoWasHurt1795500004600 implements MigrationInterface {
  readonly name = 'EventsForgetWhoWasHurt1795500004600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function events.forget_who_was_hurt(ended_before timestamptz) returns integer language sql security definer set search_path = '' as $$
        with forgotten as (
          update events.event_report set incident = null
          where incident is not null and event_id in (select id from events.event where ends_at < ended_before) returning 1)
        select count(*)::integer from forgotten
      $$`);
    await runner.query('revoke all on function events.forget_who_was_hurt(timestamptz) from public');
    await runner.query('grant execute on function events.forget_who_was_hurt(timestamptz) to yoriai_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function events.forget_who_was_hurt(timestamptz)');
  }
}
