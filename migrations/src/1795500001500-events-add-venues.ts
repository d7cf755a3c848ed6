import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Places with a name of their own (会場), and the rule that two events are not in one of them at the same time. */
export class EventsAddVenues1795500001500 implements MigrationInterface {
  readonly name = 'EventsAddVenues1795500001500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.venue (
        name text primary key constraint venue_name check (name = btrim(name) and name <> ''),
        kana text not null,
        kind text not null constraint venue_kind check (kind in ('park', 'school', 'hall', 'other')),
        address text,
        capacity int constraint venue_capacity check (capacity > 0),
        unfit_for text[] not null default '{}' constraint venue_unfit_for check (unfit_for <@ array['tsunami', 'flood', 'earthquake', 'fire']),
        note text,
        version int not null default 1,
        updated_at timestamptz not null
      )`);
    await runner.query(`
      alter table events.event
        add column venues text[],
        add column beside_reason text,
        add column beside_by uuid,
        add constraint event_beside check ((beside_reason is null) = (beside_by is null))`);
    await runner.query(`
      create table events.venue_use (
        event_id uuid not null references events.event,
        venue text not null constraint venue_use_venue references events.venue,
        during tstzrange not null,
        beside boolean not null,
        primary key (event_id, venue),
        constraint venue_use_one_at_a_time exclude using gist (venue with =, during with &&) where (not beside)
      )`);
    // Written by the row of the event alone, so that no way of changing an event can pass it by.
    await runner.query(`
      create function events.use_venues() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
      begin
        delete from events.venue_use where event_id = new.id;
        if new.state not in ('draft', 'submitted', 'returned', 'rejected', 'cancelled') then
          insert into events.venue_use (event_id, venue, during, beside)
          select distinct new.id, venue, tstzrange(new.starts_at, new.ends_at), new.beside_reason is not null from unnest(new.venues) venue;
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger event_uses_venues after insert or update of state, starts_at, ends_at, venues, beside_reason on events.event
        for each row execute function events.use_venues()`);
    // A date of a series that finds its place taken is left out by nobody.
    await runner.query('alter table events.series_skip alter column skipped_by drop not null');
    await runner.query(`create index event_asks_for on events.event using gin (venues) where venues <> '{}'`);
    await runner.query(`grant select, insert, update on events.venue to ${APP_ROLE}`);
    await runner.query(`grant select on events.venue_use to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from events.series_skip where skipped_by is null');
    await runner.query('alter table events.series_skip alter column skipped_by set not null');
    await runner.query('drop trigger event_uses_venues on events.event');
    await runner.query('drop function events.use_venues');
    await runner.query('drop table events.venue_use');
    await runner.query('alter table events.event drop column venues, drop column beside_reason, drop column beside_by');
    await runner.query('drop table events.venue');
  }
}
