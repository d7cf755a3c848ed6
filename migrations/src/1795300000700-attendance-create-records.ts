import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

export class AttendanceCreateRecords1795300000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema attendance');
    await runner.query(`
      create table attendance.check_in_operation (
        op_id text primary key,
        event_id uuid not null references events.event (id),
        subject_kind text not null,
        subject_id uuid,
        act text not null,
        heads int not null,
        anyway boolean not null default false,
        device_time timestamptz not null,
        received_at timestamptz not null,
        actor_id uuid not null references identity.person (id),
        answer text not null,
        reason text,
        answered_at timestamptz not null,
        constraint check_in_operation_kind_known check (subject_kind in ('application', 'assignment', 'walk-in')),
        constraint check_in_operation_act_known check (act in ('in', 'undo')),
        constraint check_in_operation_answer_known check (answer in ('done', 'already', 'review')),
        constraint check_in_operation_heads_some check (heads between 1 and 1000),
        constraint check_in_operation_why_review check ((answer = 'review') = (reason is not null))
      )`);
    await runner.query('create index check_in_operation_of_event on attendance.check_in_operation (event_id, received_at)');
    await runner.query(`
      create table attendance.attendance_record (
        id uuid primary key,
        event_id uuid not null references events.event (id),
        subject_kind text not null,
        subject_id uuid not null,
        person_id uuid references identity.person (id),
        heads int not null,
        status text not null,
        present_at timestamptz not null,
        undone_at timestamptz,
        updated_at timestamptz not null,
        constraint attendance_record_one_per_subject unique (subject_kind, subject_id),
        constraint attendance_record_kind_known check (subject_kind in ('application', 'assignment', 'walk-in')),
        constraint attendance_record_status_known check (status in ('present', 'undone')),
        constraint attendance_record_heads_some check (heads >= 0),
        constraint attendance_record_undo_recorded check ((status = 'undone') = (undone_at is not null)),
        constraint attendance_record_person_known check ((subject_kind = 'walk-in') = (person_id is null))
      )`);
    await runner.query('create index attendance_record_of_event on attendance.attendance_record (event_id)');
    await runner.query('create index attendance_record_of_person on attendance.attendance_record (person_id)');
    await runner.query(`
      create table attendance.headcount (
        event_id uuid primary key references events.event (id),
        participants int not null default 0,
        volunteers int not null default 0,
        walk_ins int not null default 0,
        changes int not null default 0,
        updated_at timestamptz not null,
        constraint headcount_not_negative check (participants >= 0 and volunteers >= 0 and walk_ins >= 0)
      )`);
    await grantContext(runner, 'attendance', { appendOnly: ['check_in_operation'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema attendance cascade');
  }
}
