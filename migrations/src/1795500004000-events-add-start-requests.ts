import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Requests of people who would like to begin a programme of the ward at a place of their own. */
export class EventsAddStartRequests1795500004000 implements MigrationInterface {
  readonly name = 'EventsAddStartRequests1795500004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.start_request (
        id uuid primary key,
        ticket_hash bytea not null constraint start_request_ticket unique,
        programme text not null constraint start_request_programme check (programme in ('exercise', 'salon', 'playground')),
        area_id uuid references associations.area,
        organisation_id uuid references associations.organisation,
        venue text constraint start_request_on_the_list references events.venue,
        place text,
        people int not null constraint start_request_people check (people between 1 and 500),
        weekdays int[] not null constraint start_request_weekdays check (weekdays <@ array[0, 1, 2, 3, 4, 5, 6]),
        hours text not null constraint start_request_hours check (hours in ('morning', 'afternoon', 'evening', 'any')),
        contact_name text,
        contact_phone text,
        contact_email text,
        note text,
        language text not null,
        asked_by uuid references identity.person,
        state text not null constraint start_request_state check (state in ('waiting', 'talking', 'accepted', 'declined', 'withdrawn')),
        reply text,
        answered_by uuid references identity.person,
        answered_at timestamptz,
        called_by uuid references identity.person,
        called_at timestamptz,
        event_id uuid constraint start_request_event unique references events.event,
        begun_at timestamptz,
        forgotten_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint start_request_somewhere check (forgotten_at is not null or venue is not null or place is not null),
        constraint start_request_reachable check (forgotten_at is not null or (contact_name is not null and (contact_phone is not null or contact_email is not null))),
        constraint start_request_forgotten check (forgotten_at is null or (contact_name is null and contact_phone is null and contact_email is null and note is null and reply is null and place is null)),
        constraint start_request_says_why check (forgotten_at is not null or state <> 'declined' or reply is not null),
        constraint start_request_answered check (state in ('waiting', 'withdrawn') or (answered_by is not null and answered_at is not null)),
        constraint start_request_begun check ((event_id is null) = (begun_at is null) and (event_id is null or state = 'accepted'))
      )`);
    for (const column of ['area_id', 'organisation_id', 'venue', 'asked_by', 'answered_by', 'called_by']) await runner.query(`create index start_request_by_${column} on events.start_request (${column})`);
    await runner.query(`create index start_request_open on events.start_request (created_at) where state in ('waiting', 'talking', 'accepted')`);
    await runner.query(`grant select, insert, update on events.start_request to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.start_request');
  }
}
