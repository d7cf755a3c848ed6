import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Who applied is not known any more a fiscal year after an event, who was on duty three years after it; what the sweep has still to do is an index. */
export class EventsRemoveNames1795500005750 implements MigrationInterface {
  readonly name = 'EventsRemoveNames1795500005750';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event add column names_removed_at timestamptz');
    await runner.query('create index event_with_names on events.event (ends_at) where names_removed_at is null');
    // A history that the serving role can't change: of applications without a name it may have the reasons removed, and nothing else.
    await runner.query(`
      create function events.forget_reasons(of_applications uuid[]) returns void language sql security definer set search_path = '' as $$
        update events.application_transition set reason = null
        where reason is not null and application_id in (select id from events.application where id = any(of_applications) and contact_email = 'erased@invalid.invalid')
      $$`);
    await runner.query('revoke all on function events.forget_reasons(uuid[]) from public');
    await runner.query(`grant execute on function events.forget_reasons(uuid[]) to ${APP_ROLE}`);
    await runner.query('alter table rosters.assignment add column name_removed boolean not null default false');
    await runner.query('create index assignment_with_name on rosters.assignment (upper(during)) where not name_removed');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index rosters.assignment_with_name');
    await runner.query('alter table rosters.assignment drop column name_removed');
    await runner.query('drop function events.forget_reasons(uuid[])');
    await runner.query('drop index events.event_with_names');
    await runner.query('alter table events.event drop column names_removed_at');
  }
}
