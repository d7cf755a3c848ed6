import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** An application is changed by whoever holds its ticket, or by a leader for them: what became another, and addresses that were not confirmed yet. */
export class EventsLetApplicationsChange1795500004510 implements MigrationInterface {
  readonly name = 'EventsLetApplicationsChange1795500004510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.application_amendment (
        id uuid primary key,
        application_id uuid not null references events.application,
        event_id uuid not null references events.event,
        at timestamptz not null,
        -- Null: whoever holds the ticket.
        actor_person_id uuid,
        heads_before int not null constraint application_amendment_heads check (heads_before > 0 and heads_after > 0),
        heads_after int not null,
        -- What became another, as it read and as it reads; null once nobody needs to know any more.
        was jsonb,
        now jsonb
      )`);
    await runner.query('create index application_amendment_of on events.application_amendment (application_id, at)');
    await runner.query('create index application_amendment_event on events.application_amendment (event_id)');
    await runner.query(`
      create table events.email_change (
        application_id uuid primary key references events.application,
        event_id uuid not null references events.event,
        -- Null once it was confirmed.
        email text,
        token_hash bytea not null constraint email_change_token unique,
        -- How often an address was asked; each link ends the one before.
        link int not null,
        asked_at timestamptz not null,
        confirmed_at timestamptz,
        constraint email_change_open check ((email is null) = (confirmed_at is not null))
      )`);
    await runner.query('create index email_change_event on events.email_change (event_id)');
    await runner.query('create index email_change_to on events.email_change (email, asked_at)');
    await runner.query(`grant select, insert on events.application_amendment to ${APP_ROLE}`);
    await runner.query(`grant update (was, now) on events.application_amendment to ${APP_ROLE}`);
    await runner.query(`grant select, insert, update, delete on events.email_change to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.email_change');
    await runner.query('drop table events.application_amendment');
  }
}
