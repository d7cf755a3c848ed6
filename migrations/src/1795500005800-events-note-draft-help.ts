import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Who of a community centre wrote at which draft; and that none of them decides on it. */
export class EventsNoteDraftHelp1795500005800 implements MigrationInterface {
  readonly name = 'EventsNoteDraftHelp1795500005800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.draft_help (
        event_id uuid not null references events.event,
        person_id uuid not null references identity.person,
        centre_id uuid not null references associations.organisation,
        began boolean not null,
        first_at timestamptz not null,
        last_at timestamptz not null,
        primary key (event_id, person_id)
      )`);
    await runner.query('create index draft_help_person on events.draft_help (person_id)');
    await runner.query(`create index event_not_decided on events.event (area_id) where state in ('draft', 'submitted', 'returned')`);
    await runner.query(`grant select, insert, update (centre_id, last_at) on events.draft_help to ${APP_ROLE}`);
    await runner.query(`alter table approvals.revision add column helpers uuid[] not null default '{}'`);
    await runner.query(`
      alter table approvals.decision add column helpers uuid[] not null default '{}',
        add constraint decision_by_no_helper check (kind = 'withdrawn' or decided_by is null or decided_by <> all (helpers))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approvals.decision drop constraint decision_by_no_helper, drop column helpers');
    await runner.query('alter table approvals.revision drop column helpers');
    await runner.query('drop index events.event_not_decided');
    await runner.query('drop table events.draft_help');
  }
}
