import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

export class RostersCreateShifts1795300000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema rosters');
    await runner.query(`
      create table rosters.shift (
        id uuid primary key,
        event_id uuid not null references events.event (id),
        plan_key text not null,
        duty text not null,
        place text not null default '',
        note text not null default '',
        sort int not null default 0,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        capacity int not null,
        places_taken int not null default 0,
        state text not null default 'open',
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint shift_plan_key_once unique (event_id, plan_key),
        constraint shift_places_within_capacity check (places_taken between 0 and capacity),
        constraint shift_ends_after_start check (ends_at > starts_at),
        constraint shift_state_known check (state in ('open', 'cancelled'))
      )`);
    // places_taken stays out of every index: a taken place then updates the row in place (HOT).
    await runner.query(`create index shift_open_by_start on rosters.shift (starts_at, sort, id) where state = 'open'`);
    await runner.query(`
      create table rosters.assignment (
        id uuid primary key,
        shift_id uuid not null references rosters.shift (id),
        event_id uuid not null references events.event (id),
        person_id uuid not null references identity.person (id),
        during tstzrange not null,
        number text not null,
        status text not null,
        taken_at timestamptz not null,
        ended_at timestamptz,
        ended_by uuid references identity.person (id),
        ended_reason text,
        constraint assignment_number_free unique (event_id, number),
        constraint assignment_status_known check (status in ('confirmed', 'cancelled_by_volunteer', 'cancelled_by_host')),
        constraint assignment_end_recorded check ((status = 'confirmed') = (ended_at is null)),
        constraint assignment_no_overlap exclude using gist (person_id with =, during with &&) where (status = 'confirmed')
      )`);
    await runner.query('create index assignment_of_shift on rosters.assignment (shift_id)');
    await runner.query('create index assignment_of_event on rosters.assignment (event_id)');
    await runner.query('create index assignment_of_person on rosters.assignment (person_id, taken_at)');
    await grantContext(runner, 'rosters');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema rosters cascade');
  }
}
