import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

/** What has to be remembered when: one row per event, kind and time. */
export class RemindersCreateDue1795300000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema reminders');
    await runner.query(`
      create table reminders.due_reminder (
        id uuid primary key,
        event_id uuid not null references events.event (id),
        kind text not null,
        due_at timestamptz not null,
        state text not null,
        planned_at timestamptz not null,
        settled_at timestamptz,
        constraint due_reminder_once unique (event_id, kind, due_at),
        constraint due_reminder_kind check (kind in ('d7', 'd1', 'day')),
        constraint due_reminder_state check (state in ('due', 'expanded', 'withdrawn', 'skipped')),
        constraint due_reminder_settled check ((state = 'due') = (settled_at is null)),
        constraint due_reminder_by_day check ((due_at at time zone 'Asia/Tokyo')::time between '07:00' and '20:59:59')
      )`);
    await runner.query(`create index due_reminder_waiting on reminders.due_reminder (due_at) where state = 'due'`);
    await grantContext(runner, 'reminders');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema reminders cascade');
  }
}
