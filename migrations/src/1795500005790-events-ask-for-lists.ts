import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** A list with names that ward staff take along as a file: asked for, looked at by a second person, taken once (docs/adr/0072). */
export class EventsAskForLists1795500005790 implements MigrationInterface {
  readonly name = 'EventsAskForLists1795500005790';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events.list_request (
        id uuid primary key,
        event_id uuid not null references events.event,
        list text not null constraint list_request_list check (list in ('participant-list', 'completion-list')),
        why text not null constraint list_request_why check (why in ('door', 'contact', 'report', 'other')),
        words text constraint list_request_words check (length(words) between 1 and 200),
        asked_by uuid not null references identity.person,
        asked_at timestamptz not null,
        decided_by uuid references identity.person,
        decided_at timestamptz,
        verdict text constraint list_request_verdict check (verdict in ('allowed', 'refused')),
        reply text constraint list_request_reply check (length(reply) between 1 and 200),
        taken_at timestamptz,
        -- nothing comes of it any more: it was refused, taken, or its time had passed when it was asked anew
        closed_at timestamptz,
        constraint list_request_second_person check (decided_by <> asked_by),
        constraint list_request_decided check (num_nonnulls(decided_by, decided_at, verdict) in (0, 3)),
        constraint list_request_taken_in_time check (taken_at is null or coalesce(verdict = 'allowed' and taken_at >= decided_at and taken_at < decided_at + interval '24 hours', false)),
        constraint list_request_over check (closed_at is not null or (taken_at is null and verdict is distinct from 'refused'))
      )`);
    await runner.query('create unique index list_request_open on events.list_request (event_id, list, asked_by) where closed_at is null');
    await runner.query('create index list_request_asker on events.list_request (asked_by, asked_at)');
    await runner.query('create index list_request_waiting on events.list_request (asked_at) where closed_at is null and verdict is null');
    await runner.query('create index list_request_decider on events.list_request (decided_by) where decided_by is not null');
    await runner.query(`grant select, insert, update (decided_by, decided_at, verdict, reply, taken_at, closed_at) on events.list_request to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.list_request');
  }
}
