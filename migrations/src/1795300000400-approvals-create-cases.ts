import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

/** Cases, what was handed in (revisions) and what was decided; the last two can only grow. */
export class ApprovalsCreateCases1795300000400 implements MigrationInterface {
  name = 'ApprovalsCreateCases1795300000400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create schema approvals');
    await queryRunner.query(`
      create table approvals.approval_case (
        id uuid primary key,
        subject_kind text not null,
        subject_id uuid not null,
        organisation_id uuid not null references associations.organisation (id),
        title text not null,
        status text not null,
        revision int not null,
        submitted_by uuid not null references identity.person (id),
        submitted_at timestamptz not null,
        due_on date not null,
        constraint approval_case_one_per_subject unique (subject_kind, subject_id),
        constraint approval_case_status check (status in ('pending', 'returned', 'withdrawn', 'approved', 'rejected')),
        constraint approval_case_revision check (revision >= 1)
      )`);
    await queryRunner.query('create index approval_case_desk on approvals.approval_case (status, due_on, id)');
    await queryRunner.query('create index approval_case_organisation on approvals.approval_case (organisation_id)');
    await queryRunner.query(`
      create table approvals.revision (
        case_id uuid not null references approvals.approval_case (id),
        number int not null,
        snapshot jsonb not null,
        submitted_by uuid not null references identity.person (id),
        submitted_at timestamptz not null,
        primary key (case_id, number)
      )`);
    await queryRunner.query(`
      create table approvals.decision (
        id uuid primary key,
        case_id uuid not null,
        revision_number int not null,
        kind text not null,
        comment text,
        decided_by uuid not null references identity.person (id),
        submitted_by uuid not null references identity.person (id),
        decided_at timestamptz not null,
        foreign key (case_id, revision_number) references approvals.revision (case_id, number),
        constraint decision_kind check (kind in ('returned', 'approved', 'rejected', 'withdrawn')),
        constraint decision_by_somebody_else check (kind = 'withdrawn' or decided_by <> submitted_by),
        constraint decision_has_reason check (kind not in ('returned', 'rejected') or length(btrim(comment)) > 0),
        -- A revision is decided once; two approvers at the same moment can't both be the one.
        constraint decision_one_per_revision unique (case_id, revision_number)
      )`);
    await grantContext(queryRunner, 'approvals', { appendOnly: ['revision', 'decision'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema approvals cascade');
  }
}
