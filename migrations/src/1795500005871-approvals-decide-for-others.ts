import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Approvers are reminded of what waits, and who decides in the place of another says for whom and why (docs/adr/0080). */
export class ApprovalsDecideForOthers1795500005871 implements MigrationInterface {
  readonly name = 'ApprovalsDecideForOthers1795500005871';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approvals.decision_reminder (
        case_id uuid not null,
        revision int not null,
        days smallint not null constraint decision_reminder_days check (days in (3, 5)),
        at timestamptz not null,
        primary key (case_id, revision, days),
        foreign key (case_id, revision) references approvals.revision (case_id, number)
      )`);
    await runner.query(`
      create table approvals.deputy_decision (
        decision_id uuid primary key references approvals.decision (id),
        decided_by uuid not null references identity.person,
        in_place_of uuid not null references identity.person,
        reason text not null constraint deputy_decision_has_reason check (length(btrim(reason)) > 0 and length(reason) <= 500),
        constraint deputy_decision_for_another check (decided_by <> in_place_of)
      )`);
    await runner.query('create index deputy_decision_by on approvals.deputy_decision (decided_by)');
    await runner.query('create index deputy_decision_for on approvals.deputy_decision (in_place_of)');
    await runner.query(`grant select, insert on approvals.decision_reminder, approvals.deputy_decision to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table approvals.deputy_decision');
    await runner.query('drop table approvals.decision_reminder');
  }
}
