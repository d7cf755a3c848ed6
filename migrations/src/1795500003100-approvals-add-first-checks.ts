import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Councils that look at what their bodies hand in before the ward decides, and what became of each look. */
export class ApprovalsAddFirstChecks1795500003100 implements MigrationInterface {
  readonly name = 'ApprovalsAddFirstChecks1795500003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approvals.first_check_rule (
        council_id uuid primary key references associations.organisation,
        area_id uuid not null references associations.area constraint first_check_rule_one_per_area unique,
        kinds text[],
        business_days int not null constraint first_check_rule_days check (business_days between 1 and 20),
        set_by uuid not null references identity.person,
        set_at timestamptz not null
      )`);
    await runner.query(`
      create table approvals.first_check (
        case_id uuid not null,
        revision int not null,
        council_id uuid not null references associations.organisation,
        writers uuid[] not null,
        asked_at timestamptz not null,
        due_on date not null,
        outcome text constraint first_check_outcome check (outcome in ('confirmed', 'returned', 'forwarded', 'passed', 'ended')),
        words text,
        by_person_id uuid references identity.person,
        at timestamptz,
        primary key (case_id, revision),
        foreign key (case_id, revision) references approvals.revision (case_id, number),
        constraint first_check_answered check ((outcome is null) = (at is null)),
        constraint first_check_by_somebody check (coalesce(outcome in ('confirmed', 'returned', 'forwarded'), false) = (by_person_id is not null)),
        constraint first_check_by_no_writer check (outcome = 'forwarded' or by_person_id <> all (writers)),
        constraint first_check_forward_has_reason check (outcome <> 'forwarded' or length(btrim(coalesce(words, ''))) > 0)
      )`);
    await runner.query('create index first_check_waits on approvals.first_check (council_id, due_on) where outcome is null');
    await runner.query(`grant select, insert, update, delete on approvals.first_check_rule to ${APP_ROLE}`);
    await runner.query(`grant select, insert, update (outcome, words, by_person_id, at) on approvals.first_check to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table approvals.first_check, approvals.first_check_rule');
  }
}
