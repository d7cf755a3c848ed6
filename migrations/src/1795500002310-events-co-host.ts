import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Associations that were asked to hold an event together with its host, and what they said. */
export class EventsCoHost1795500002310 implements MigrationInterface {
  readonly name = 'EventsCoHost1795500002310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.co_host (
        id uuid primary key,
        event_id uuid not null references events.event,
        organisation_id uuid not null references associations.organisation,
        name text not null,
        slug text not null,
        state text not null constraint co_host_state check (state in ('invited', 'accepted', 'declined', 'withdrawn')),
        words text,
        answer text,
        invited_by uuid not null references identity.person,
        invited_at timestamptz not null,
        answered_by uuid references identity.person,
        answered_at timestamptz,
        constraint co_host_answered check ((state = 'invited') = (answered_at is null) and (answered_by is null) = (answered_at is null))
      )`);
    await runner.query(`create unique index co_host_once on events.co_host (event_id, organisation_id) where state in ('invited', 'accepted')`);
    await runner.query('create index co_host_organisation on events.co_host (organisation_id)');
    await runner.query(`grant select, insert, update on events.co_host to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.co_host');
  }
}
