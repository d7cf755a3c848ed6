import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

const ACTIVE = [
  ['application_one_active_phone', 'frame_id, search_key, contact_phone', 'and contact_phone is not null'],
  ['application_one_active_email', 'frame_id, search_key, contact_email', 'and contact_email is not null'],
  ['application_one_active_person', 'frame_id, person_id', 'and not joined_double'],
] as const;

async function oneActive(runner: QueryRunner, statuses: string): Promise<void> {
  for (const [name, columns, where] of ACTIVE) {
    await runner.query(`drop index events.${name}`);
    await runner.query(`create unique index ${name} on events.application (${columns}) where status in (${statuses}) ${where} and part_of is null`);
  }
}

async function statusesAndCauses(runner: QueryRunner, more: { status: string; cause: string }): Promise<void> {
  await runner.query(`
    alter table events.application
      drop constraint application_status,
      add constraint application_status check (status in ('confirmed', 'waitlisted', 'offered', 'expired', 'cancelled_by_applicant', 'cancelled_by_host'${more.status}))`);
  await runner.query(`
    alter table events.application_transition
      drop constraint application_transition_cause,
      add constraint application_transition_cause check (cause in ('ticket', 'promotion', 'host', 'event-cancelled', 'offer', 'acceptance', 'expiry', 'passed-over'${more.cause}))`);
}

/** Places by lot: entries until the closing, a seed that is published as a commitment first, and the draw for everybody to repeat. */
export class EventsDrawLots1795500001110 implements MigrationInterface {
  readonly name = 'EventsDrawLots1795500001110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table events.frame
        drop constraint frame_method,
        add constraint frame_method check (method in ('first-come', 'open', 'lottery')),
        -- Heads of those who have entered a draw that has not been held.
        add column entered int not null default 0,
        add column drawn_at timestamptz,
        -- Made with the frame, by the database, so that nobody can choose it; 244 bits of chance.
        add column draw_seed text not null default encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'),
        add constraint frame_entered check (entered >= 0 and (entered = 0 or (method = 'lottery' and drawn_at is null)))`);
    await runner.query(`create index frame_to_draw on events.frame (closes_at) where method = 'lottery' and drawn_at is null`);
    await statusesAndCauses(runner, { status: `, 'applied'`, cause: `, 'draw'` });
    await oneActive(runner, `'confirmed', 'offered', 'waitlisted', 'applied'`);
    await runner.query(`
      create table events.draw (
        frame_id uuid primary key references events.frame (id),
        event_id uuid not null references events.event (id),
        seed text not null,
        capacity int not null,
        -- Number, heads and whether a part was fine, of each who had entered: no names.
        entries jsonb not null,
        drawn_at timestamptz not null
      )`);
    await runner.query('create index draw_event on events.draw (event_id)');
    await runner.query(`grant select, insert on events.draw to ${APP_ROLE}`);
    // What was promised stays what it was, whoever writes.
    await runner.query(`
      create function events.keep_draw() returns trigger language plpgsql as $$ begin raise exception 'a draw and its seed never change'; end $$`);
    await runner.query(`
      create trigger frame_keeps_seed before update on events.frame for each row when (old.draw_seed is distinct from new.draw_seed) execute function events.keep_draw()`);
    await runner.query('create trigger draw_stands before update or delete on events.draw for each row execute function events.keep_draw()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger frame_keeps_seed on events.frame');
    await runner.query('drop table events.draw');
    await runner.query('drop function events.keep_draw()');
    // Nobody draws any more: who had entered waits, in the order they came.
    await runner.query(`
      update events.application changed set status = 'waitlisted', waitlist_order = entered.place
      from (select application.id, frame.last_waitlist_order + row_number() over (partition by frame_id order by application.created_at, application.id) as place
            from events.application join events.frame on frame.id = frame_id where status = 'applied') entered
      where changed.id = entered.id`);
    await runner.query(`
      update events.frame set entered = 0, waiting = (select count(*) from events.application where frame_id = frame.id and status = 'waitlisted'),
        last_waitlist_order = (select coalesce(max(waitlist_order), frame.last_waitlist_order) from events.application where frame_id = frame.id and status = 'waitlisted')
      where method = 'lottery'`);
    await runner.query(`delete from events.application_transition where cause = 'draw'`);
    await oneActive(runner, `'confirmed', 'offered', 'waitlisted'`);
    await statusesAndCauses(runner, { status: '', cause: '' });
    await runner.query(`update events.frame set method = 'first-come' where method = 'lottery'`);
    await runner.query('drop index events.frame_to_draw');
    await runner.query(`
      alter table events.frame
        drop constraint frame_entered,
        drop constraint frame_method,
        add constraint frame_method check (method in ('first-come', 'open')),
        drop column entered,
        drop column drawn_at,
        drop column draw_seed`);
  }
}
