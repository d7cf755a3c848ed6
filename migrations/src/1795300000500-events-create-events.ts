import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

/** The event as it is being written, what was approved of it, its places and who asked for them. */
export class EventsCreateEvents1795300000500 implements MigrationInterface {
  name = 'EventsCreateEvents1795300000500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create schema events');
    await createEvent(queryRunner);
    await createHistory(queryRunner);
    await createFrame(queryRunner);
    await createApplication(queryRunner);
    await grantContext(queryRunner, 'events', {
      appendOnly: ['event_transition', 'event_revision', 'event_report', 'application_transition'],
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema events cascade');
  }
}

async function createEvent(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table events.number_series (
      fiscal_year int primary key,
      last_number int not null
    )`);
  await queryRunner.query(EVENT);
  await queryRunner.query('create index event_organisation on events.event (organisation_id, starts_at)');
  await queryRunner.query('create index event_area on events.event (area_id, starts_at)');
  await queryRunner.query('create index event_state_start on events.event (state, starts_at)');
  await queryRunner.query('create index event_public on events.event (starts_at, id) where public_revision is not null');
  await queryRunner.query(`create index event_running on events.event (ends_at) where state = 'published'`);
}

async function createHistory(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table events.event_revision (
      event_id uuid not null references events.event (id),
      number int not null,
      kind text not null,
      snapshot jsonb not null,
      search_text text not null,
      actor_person_id uuid not null references identity.person (id),
      at timestamptz not null,
      primary key (event_id, number),
      constraint event_revision_kind check (kind in ('submission', 'minor'))
    )`);
  await queryRunner.query(`
    alter table events.event add constraint event_public_revision_exists
      foreign key (id, public_revision) references events.event_revision (event_id, number)`);
  await queryRunner.query(`
    create table events.event_transition (
      id uuid primary key,
      event_id uuid not null references events.event (id),
      from_state text not null,
      to_state text not null,
      verb text not null,
      revision int,
      reason text,
      actor_person_id uuid references identity.person (id),
      at timestamptz not null,
      constraint event_transition_has_reason check (verb not in ('return', 'reject', 'cancel') or length(btrim(reason)) > 0)
    )`);
  await queryRunner.query('create index event_transition_event on events.event_transition (event_id, at)');
  await queryRunner.query(`
    create table events.event_report (
      id uuid primary key,
      event_id uuid not null references events.event (id),
      participants int not null,
      volunteers int not null,
      walk_ins int not null,
      note text,
      next_time_note text,
      reported_by uuid not null references identity.person (id),
      reported_at timestamptz not null,
      constraint event_report_counts check (participants >= 0 and volunteers >= 0 and walk_ins >= 0)
    )`);
  await queryRunner.query('create index event_report_event on events.event_report (event_id, reported_at)');
}

async function createFrame(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table events.frame (
      id uuid primary key,
      event_id uuid not null references events.event (id),
      sort int not null,
      kind text not null,
      name text not null,
      method text not null,
      -- Null while a draft says nothing yet, or for a frame that takes everybody who comes.
      capacity int,
      places_taken int not null default 0,
      waiting int not null default 0,
      last_waitlist_order int not null default 0,
      opens_at timestamptz,
      closes_at timestamptz,
      per_application_max int not null default 1,
      constraint frame_kind check (kind in ('participant', 'volunteer', 'group', 'exhibitor')),
      constraint frame_method check (method in ('first-come', 'open')),
      constraint frame_capacity check (capacity >= 1),
      constraint frame_places check (places_taken >= 0 and (capacity is null or places_taken <= capacity)),
      constraint frame_waiting check (waiting >= 0),
      constraint frame_per_application_max check (per_application_max >= 1)
    )`);
  await queryRunner.query('create index frame_event on events.frame (event_id, sort)');
}

async function createApplication(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table events.application (
      id uuid primary key,
      frame_id uuid not null references events.frame (id),
      event_id uuid not null references events.event (id),
      person_id uuid not null references identity.person (id),
      number text not null,
      ticket_hash bytea not null,
      heads int not null,
      search_key text not null,
      contact_phone text,
      contact_email text,
      status text not null,
      waitlist_order int,
      channel text not null,
      entered_by uuid references identity.person (id),
      ticket_resent_at timestamptz,
      -- At the door; while it is set the application can't be cancelled.
      received_at timestamptz,
      -- Came to its person by a joining of records although they had an application in this frame already: both stand.
      joined_double boolean not null default false,
      created_at timestamptz not null,
      constraint application_ticket unique (ticket_hash),
      constraint application_number unique (event_id, number),
      constraint application_heads check (heads >= 1),
      constraint application_contact check (contact_phone is not null or contact_email is not null),
      constraint application_status check (status in ('confirmed', 'waitlisted', 'cancelled_by_applicant', 'cancelled_by_host')),
      constraint application_waitlist check ((status = 'waitlisted') = (waitlist_order is not null)),
      constraint application_channel check (channel in ('web', 'phone', 'desk', 'paper'))
    )`);
  await queryRunner.query(`create unique index application_one_active_phone on events.application (frame_id, search_key, contact_phone)
    where status in ('confirmed', 'waitlisted') and contact_phone is not null`);
  await queryRunner.query(`create unique index application_one_active_email on events.application (frame_id, search_key, contact_email)
    where status in ('confirmed', 'waitlisted') and contact_email is not null`);
  await queryRunner.query(`create unique index application_one_active_person on events.application (frame_id, person_id)
    where status in ('confirmed', 'waitlisted') and not joined_double`);
  await queryRunner.query(`create unique index application_waiting on events.application (frame_id, waitlist_order) where status = 'waitlisted'`);
  await queryRunner.query('create index application_event on events.application (event_id, created_at)');
  await queryRunner.query('create index application_person on events.application (person_id)');
  await queryRunner.query('create index application_phone on events.application (contact_phone)');
  await queryRunner.query('create index application_email on events.application (contact_email)');
  await queryRunner.query(`
    create table events.application_transition (
      id uuid primary key,
      application_id uuid not null references events.application (id),
      event_id uuid not null references events.event (id),
      from_status text not null,
      to_status text not null,
      cause text not null,
      reason text,
      actor_person_id uuid references identity.person (id),
      at timestamptz not null,
      constraint application_transition_cause check (cause in ('ticket', 'promotion', 'host', 'event-cancelled'))
    )`);
  await queryRunner.query('create index application_transition_application on events.application_transition (application_id, at)');
  await queryRunner.query('create index application_transition_event on events.application_transition (event_id, cause)');
}

const EVENT = `
create table events.event (
  id uuid primary key,
  number text not null,
  slug text not null,
  short_code text not null,
  organisation_id uuid not null references associations.organisation (id),
  area_id uuid references associations.area (id),
  title text,
  kana text,
  summary text,
  description text,
  field text,
  category text,
  place_name text,
  place_address text,
  access_text text,
  starts_at timestamptz,
  ends_at timestamptz,
  rain_policy text,
  rain_decision_at timestamptz,
  audience_text text,
  fee_text text,
  bring_text text,
  care_text text,
  contact_name text,
  contact_phone text,
  contact_hours text,
  food boolean,
  fire boolean,
  duties jsonb not null default '[]',
  -- number, title, reading, place and summary in one narrowed form
  search_text text not null,
  state text not null,
  version int not null,
  public_revision int,
  headcount_participants int,
  headcount_volunteers int,
  headcount_walk_ins int,
  -- the newest count heard of; an older one that arrives late is left aside
  headcount_sequence int not null default 0,
  created_by uuid not null references identity.person (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint event_number unique (number),
  constraint event_slug unique (slug),
  constraint event_short_code unique (short_code),
  constraint event_state check (state in ('draft', 'submitted', 'returned', 'rejected', 'approved', 'published',
    'awaiting-report', 'reported', 'closed', 'cancelled')),
  constraint event_field check (field in ('bousai', 'kodomo', 'fukushi', 'kenkou', 'kankyo', 'bunka')),
  constraint event_rain_policy check (rain_policy in ('go-ahead', 'light-rain-only', 'cancelled', 'postponed', 'indoors')),
  constraint event_ends_after_start check (ends_at > starts_at),
  constraint event_headcount check (headcount_participants >= 0 and headcount_volunteers >= 0 and headcount_walk_ins >= 0),
  -- Nothing is public unless it was approved and published; what was public keeps its page.
  constraint event_public_only_after_approval check (case
    when state in ('published', 'awaiting-report', 'reported', 'closed') then public_revision is not null
    when state = 'cancelled' then true
    else public_revision is null end)
)`;
