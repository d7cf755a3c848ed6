import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Stalls of shops and groups at an event: the call, numbered plots, applications; what they cook asks for procedures. */
export class EventsAddStalls1795500002210 implements MigrationInterface {
  readonly name = 'EventsAddStalls1795500002210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.stall_call (
        event_id uuid primary key references events.event,
        kinds text[] not null constraint stall_call_kinds check (kinds <@ array['food', 'goods', 'display', 'group'] and kinds <> '{}'),
        places int not null constraint stall_call_places check (places > 0),
        opens_on date,
        closes_on date not null,
        note text,
        updated_at timestamptz not null,
        constraint stall_call_days check (opens_on <= closes_on)
      )`);
    await runner.query(`
      create table events.stall_plot (
        event_id uuid not null references events.stall_call,
        code text not null,
        venue text,
        sort int not null,
        primary key (event_id, code)
      )`);
    await runner.query(`
      create table events.stall (
        id uuid primary key,
        event_id uuid not null references events.stall_call,
        ticket_hash bytea not null constraint stall_ticket unique,
        kind text not null,
        name text not null,
        sells text not null,
        contact_name text not null,
        contact_phone text,
        contact_email text not null,
        language text not null,
        food_by text constraint stall_food_by check (food_by in ('residents', 'business')),
        appliances jsonb not null,
        extinguishers int not null,
        watts int not null,
        tents int not null,
        tables int not null,
        chairs int not null,
        state text not null constraint stall_state check (state in ('applied', 'accepted', 'declined', 'withdrawn')),
        plot text,
        reply text,
        decided_by uuid,
        decided_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint stall_one_on_a_plot unique (event_id, plot),
        constraint stall_plot_known foreign key (event_id, plot) references events.stall_plot (event_id, code),
        constraint stall_plot_of_accepted check (plot is null or state = 'accepted')
      )`);
    await this.flag(runner);
    await runner.query(`grant select, insert, update on events.stall_call, events.stall to ${APP_ROLE}`);
    await runner.query(`grant select, insert, update, delete on events.stall_plot to ${APP_ROLE}`);
  }

  private async flag(runner: QueryRunner): Promise<void> {
    // Written by the rows of the stalls alone, so that no way of answering one can pass it by.
    await runner.query(`alter table events.event add column stall_flags text[] not null default '{}'`);
    await runner.query(`
      create function events.flag_stalls() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
      declare flags text[];
      begin
        select array_remove(array[case when bool_or(food_by is not null) then 'food' end, case when bool_or(extinguishers > 0) then 'fire' end], null) into flags
          from events.stall where event_id = new.event_id and state = 'accepted';
        update events.event set stall_flags = flags where id = new.event_id and stall_flags <> flags;
        return null;
      end $$`);
    await runner.query(`create trigger stall_flags_event after insert or update of state, food_by, extinguishers on events.stall for each row execute function events.flag_stalls()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.stall');
    await runner.query('drop function events.flag_stalls');
    await runner.query('drop table events.stall_plot');
    await runner.query('drop table events.stall_call');
    await runner.query('alter table events.event drop column stall_flags');
  }
}
