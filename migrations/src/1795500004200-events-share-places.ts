import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** One number of places that several frames of an event have together: its row is counted by the rows of the frames, and says no itself. */
export class EventsSharePlaces1795500004200 implements MigrationInterface {
  readonly name = 'EventsSharePlaces1795500004200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.event add column total_places int constraint event_total_places check (total_places > 0)');
    await runner.query(`
      alter table events.frame
        -- The host says that its places are beside the total.
        add column outside_total boolean not null default false,
        -- Its places are among the total, where the event has one.
        add column counted boolean not null generated always as (method <> 'open' and kind <> 'volunteer' and not outside_total) stored`);
    await runner.query(`
      create table events.shared_places (
        event_id uuid primary key references events.event,
        places int not null,
        places_taken int not null,
        constraint shared_places_taken check (places_taken >= 0 and places_taken <= places)
      )`);
    await this.count(runner);
    await this.settle(runner);
    await runner.query(`grant select on events.shared_places to ${APP_ROLE}`);
  }

  /** With each place of a frame that is given or given back, in the same statement, so that no way to a place can pass it by. */
  private async count(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function events.count_shared() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
      begin
        update events.shared_places set places_taken = places_taken + new.places_taken - old.places_taken where event_id = new.event_id;
        return null;
      end $$`);
    await runner.query(`
      create trigger frame_counts_shared after update of places_taken on events.frame for each row
        when (new.counted and old.places_taken <> new.places_taken) execute function events.count_shared()`);
  }

  /** The row follows the event's total, and which frames count, when the transaction that wrote them ends: in between, one of them is new and the other not. */
  private async settle(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function events.settle_shared(about uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
      declare total int; taken int;
      begin
        perform from events.frame where event_id = about order by id for no key update;
        select total_places into total from events.event where id = about;
        select coalesce(sum(places_taken), 0) into taken from events.frame where event_id = about and counted;
        if total is null then
          delete from events.shared_places where event_id = about;
        else
          insert into events.shared_places as shared (event_id, places, places_taken) values (about, total, taken)
            on conflict (event_id) do update set places = total, places_taken = taken where shared.places <> total or shared.places_taken <> taken;
        end if;
      end $$`);
    await runner.query(`
      create function events.settle_shared_of_event() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
      begin perform events.settle_shared(new.id); return null; end $$`);
    await runner.query(`
      create function events.settle_shared_of_frame() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
      begin perform events.settle_shared(new.event_id); return null; end $$`);
    const deferred = 'deferrable initially deferred for each row';
    await runner.query(`create constraint trigger event_begins_total after insert on events.event ${deferred} when (new.total_places is not null) execute function events.settle_shared_of_event()`);
    await runner.query(`
      create constraint trigger event_changes_total after update of total_places on events.event ${deferred}
        when (old.total_places is distinct from new.total_places) execute function events.settle_shared_of_event()`);
    await runner.query(`
      create constraint trigger frame_changes_total after update of method, kind, outside_total on events.frame ${deferred}
        when (old.counted <> new.counted) execute function events.settle_shared_of_frame()`);
    // Called by the rows alone.
    await runner.query('revoke execute on function events.settle_shared(uuid) from public');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger frame_changes_total on events.frame');
    await runner.query('drop trigger frame_counts_shared on events.frame');
    await runner.query('drop trigger event_begins_total on events.event');
    await runner.query('drop trigger event_changes_total on events.event');
    await runner.query('drop function events.settle_shared_of_event');
    await runner.query('drop function events.settle_shared_of_frame');
    await runner.query('drop function events.settle_shared(uuid)');
    await runner.query('drop function events.count_shared');
    await runner.query('drop table events.shared_places');
    await runner.query('alter table events.frame drop column counted, drop column outside_total');
    await runner.query('alter table events.event drop column total_places');
  }
}
