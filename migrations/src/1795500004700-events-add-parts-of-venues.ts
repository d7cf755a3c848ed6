import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

const USE_WHOLE = `
  create or replace function events.use_venues() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  begin
    -- A place that becomes a part meanwhile waits for this, or this for it.
    perform from events.venue where name = any(new.venues) order by name for key share;
    delete from events.venue_use where event_id = new.id;
    if new.state not in ('draft', 'submitted', 'returned', 'rejected', 'cancelled') then
      insert into events.venue_use (event_id, venue, during, beside)
      select distinct new.id, venue, tstzrange(new.starts_at, new.ends_at), new.beside_reason is not null from unnest(%s) venue;
    end if;
    return null;
  end $$`;

/** A garden in a park, a room in a hall: whoever has the whole has every part of it, and two parts are two places. */
export class EventsAddPartsOfVenues1795500004700 implements MigrationInterface {
  readonly name = 'EventsAddPartsOfVenues1795500004700';

  async up(runner: QueryRunner): Promise<void> {
    // A part has no parts: what it is a part of is whole, and stays so while it has one.
    await runner.query(`
      alter table events.venue
        add column part_of text,
        add column whole boolean not null generated always as (part_of is null) stored,
        add column of_whole boolean generated always as (case when part_of is not null then true end) stored,
        add constraint venue_name_whole unique (name, whole),
        add constraint venue_part_of foreign key (part_of, of_whole) references events.venue (name, whole)`);
    await runner.query('create index venue_parts on events.venue (part_of, of_whole) where part_of is not null');
    await runner.query(`
      create function events.with_parts(names text[]) returns text[] language sql stable security definer set search_path = pg_catalog as $$
        select coalesce(names, '{}') || coalesce(array_agg(name), '{}') from events.venue where part_of = any(names)
      $$`);
    await runner.query(`
      create function events.touching(names text[]) returns text[] language sql stable security definer set search_path = pg_catalog as $$
        select events.with_parts(names) || coalesce(array_agg(part_of), '{}') from events.venue where name = any(names) and part_of is not null
      $$`);
    await runner.query(USE_WHOLE.replace('%s', 'events.with_parts(new.venues)'));
    // What becomes a part is from then on where its whole is.
    await runner.query(`
      create function events.use_parts() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
      begin
        perform from events.venue where name = new.part_of for update;
        delete from events.venue_use held using events.event
          where held.venue = new.name and event.id = held.event_id and not new.name = any(event.venues);
        insert into events.venue_use (event_id, venue, during, beside)
          select event_id, new.name, during, beside from events.venue_use where venue = new.part_of
          on conflict (event_id, venue) do nothing;
        return null;
      end $$`);
    await runner.query(`
      create trigger venue_parts_used after insert or update of part_of on events.venue
        for each row execute function events.use_parts()`);
    for (const name of ['with_parts', 'touching']) {
      await runner.query(`revoke all on function events.${name}(text[]) from public`);
      await runner.query(`grant execute on function events.${name}(text[]) to ${APP_ROLE}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger venue_parts_used on events.venue');
    await runner.query('drop function events.use_parts()');
    await runner.query(`
      delete from events.venue_use held using events.event where event.id = held.event_id and not held.venue = any(event.venues)`);
    await runner.query(USE_WHOLE.replace('%s', 'new.venues'));
    await runner.query('drop function events.touching(text[])');
    await runner.query('drop function events.with_parts(text[])');
    await runner.query(`
      alter table events.venue drop constraint venue_part_of, drop column of_whole, drop constraint venue_name_whole, drop column whole, drop column part_of`);
  }
}
