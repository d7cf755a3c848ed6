import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands approved of a case while a change of it is decided on. */
export class ApprovalsAddApprovedRevision1795400000100 implements MigrationInterface {
  readonly name = 'ApprovalsAddApprovedRevision1795400000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approvals.approval_case add column approved_revision int');
    await runner.query(`
      update approvals.approval_case known set approved_revision = decision.revision_number
      from approvals.decision decision where decision.case_id = known.id and decision.kind = 'approved'`);
    await runner.query(`
      alter table approvals.approval_case add constraint approval_case_approved_revision
        foreign key (id, approved_revision) references approvals.revision (case_id, number) deferrable initially deferred`);
    await runner.query(`alter table approvals.approval_case add constraint approval_case_approved check (status <> 'approved' or approved_revision is not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approvals.approval_case drop constraint approval_case_approved, drop column approved_revision');
  }
}
