import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, grantContext } from './grants.js';

/** What an approval asks for until a day, and what was said about it since. */
export class ApprovalsAddConditions1795500000100 implements MigrationInterface {
  readonly name = 'ApprovalsAddConditions1795500000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approvals.condition (
        id uuid primary key,
        case_id uuid not null references approvals.approval_case (id),
        decision_id uuid not null references approvals.decision (id),
        sort int not null,
        text text not null,
        due_on date not null,
        blocking boolean not null,
        state text not null,
        -- The day from which the host is reminded, once; null where the letter of the approval is reminder enough.
        remind_on date,
        reminded_at timestamptz,
        constraint condition_once unique (decision_id, sort),
        constraint condition_says_something check (length(btrim(text)) > 0),
        constraint condition_state check (state in ('open', 'reported', 'met', 'lapsed')),
        constraint condition_reminded_before check (remind_on < due_on)
      )`);
    await runner.query('create index condition_case on approvals.condition (case_id, due_on, sort)');
    await runner.query(`create index condition_to_remind on approvals.condition (remind_on) where state = 'open' and reminded_at is null`);
    await runner.query(`create index condition_desk on approvals.condition (due_on, id) where state in ('open', 'reported')`);
    await runner.query(`
      create table approvals.condition_step (
        id uuid primary key,
        condition_id uuid not null references approvals.condition (id),
        kind text not null,
        words text,
        by_person_id uuid not null references identity.person (id),
        -- Repeated here so that the database itself can refuse a confirmation of one's own report.
        reported_by uuid references identity.person (id),
        at timestamptz not null,
        constraint condition_step_kind check (kind in ('reported', 'confirmed', 'sent-back')),
        constraint condition_step_has_words check (length(btrim(words)) > 0 or (kind = 'confirmed' and words is null and reported_by is not null)),
        constraint condition_step_by_somebody_else check (kind = 'reported' or by_person_id <> reported_by)
      )`);
    await runner.query('create index condition_step_condition on approvals.condition_step (condition_id, at)');
    await grantContext(runner, 'approvals', { appendOnly: ['revision', 'decision', 'condition', 'condition_step'] });
    // What was asked for stays as it was decided; only where it stands moves.
    await runner.query(`grant update (state, reminded_at) on approvals.condition to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table approvals.condition_step, approvals.condition');
  }
}
