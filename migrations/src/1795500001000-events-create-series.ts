import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Series (定例): a rule, and its dates as ordinary events. */
export class EventsCreateSeries1795500001000 implements MigrationInterface {
  readonly name = 'EventsCreateSeries1795500001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SERIES);
    await runner.query(SKIP);
    await runner.query(`
      create table events.school_closure (
        id uuid primary key,
        name text not null,
        starts_on date not null,
        ends_on date not null,
        created_by uuid not null references identity.person (id),
        created_at timestamptz not null,
        constraint school_closure_in_order check (ends_on >= starts_on),
        constraint school_closure_once unique (name, starts_on)
      )`);
    await runner.query(`
      -- Whom other contexts know of: somebody took a duty. Applications speak for themselves.
      create table events.event_with_people (event_id uuid primary key references events.event (id))`);
    await runner.query(DATES);
    await runner.query('create unique index event_series_date on events.event (series_id, series_date) where series_id is not null');
    await runner.query('create index series_to_plan on events.series (planned_through) where finished_at is null');
    await runner.query(`grant select, insert, update, delete on events.series, events.series_skip, events.school_closure, events.event_with_people to ${APP_ROLE}`);
  }

  /** The dates stay as the events they are. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index events.event_series_date');
    await runner.query(`
      alter table events.event
        drop constraint event_date_of_series,
        drop constraint event_change_scope,
        drop column series_id,
        drop column series_date,
        drop column overridden,
        drop column change_scope,
        drop column repeats`);
    for (const table of ['event_with_people', 'school_closure', 'series_skip', 'series']) await runner.query(`drop table events.${table}`);
  }
}

const SERIES = `
create table events.series (
  id uuid primary key,
  organisation_id uuid not null references associations.organisation (id),
  -- As it was decided on: every date is approved with it, and none beyond it.
  repeats jsonb not null,
  started_on date not null,
  counted_from date not null,
  rule_from date not null,
  -- What new dates read like, and the date that it reads for.
  template jsonb not null,
  template_on date not null,
  -- The rule that approved it; null where people of the ward did.
  approved_by_rule text,
  submitted_by uuid not null references identity.person (id),
  -- The dates are settled up to here; null: something changed, and they are to be settled again.
  planned_through date,
  -- No dates from this day on.
  ended_on date,
  ended_by uuid references identity.person (id),
  ended_at timestamptz,
  -- No further dates can come.
  finished_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint series_ended_by_somebody check ((ended_on is null) = (ended_by is null) and (ended_on is null) = (ended_at is null))
)`;

const SKIP = `
create table events.series_skip (
  series_id uuid not null references events.series (id),
  date date not null,
  skipped_by uuid not null references identity.person (id),
  skipped_at timestamptz not null,
  primary key (series_id, date)
)`;

const DATES = `
alter table events.event
  add column repeats jsonb,
  add column series_id uuid references events.series (id),
  add column series_date date,
  add column overridden text[] not null default '{}',
  add column change_scope text,
  add constraint event_date_of_series check (series_date is null or series_id is not null),
  add constraint event_change_scope check (change_scope is null or (change_scope in ('this', 'following', 'all') and change_state is not null and series_id is not null))`;
