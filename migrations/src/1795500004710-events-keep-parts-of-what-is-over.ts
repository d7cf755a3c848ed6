import type { MigrationInterface, QueryRunner } from 'typeorm';

const OVER = `('awaiting-report', 'reported', 'closed')`;

const USE_VENUES = `
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

const USE_PARTS = `
  create or replace function events.use_parts() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  begin
    perform from events.venue where name = new.part_of for update;
    delete from events.venue_use held using events.event
      where held.venue = new.name and event.id = held.event_id and not new.name = any(event.venues);
    insert into events.venue_use (event_id, venue, during, beside)
      select event_id, new.name, during, beside from events.venue_use%s where venue = new.part_of%s
      on conflict (event_id, venue) do nothing;
    return null;
  end $$`;

/** What is over was where it was: a place that becomes a part today was none then. */
export class EventsKeepPartsOfWhatIsOver1795500004710 implements MigrationInterface {
  readonly name = 'EventsKeepPartsOfWhatIsOver1795500004710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(USE_VENUES.replace('%s', `case when new.state in ${OVER} then new.venues else events.with_parts(new.venues) end`));
    await runner.query(USE_PARTS.replace('%s', ' held join events.event on event.id = held.event_id').replace('%s', ` and event.state not in ${OVER}`).replace('where venue = new', 'where held.venue = new').replace('select event_id, new.name, during, beside', 'select held.event_id, new.name, held.during, held.beside'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(USE_VENUES.replace('%s', 'events.with_parts(new.venues)'));
    await runner.query(USE_PARTS.replace('%s', '').replace('%s', ''));
  }
}
