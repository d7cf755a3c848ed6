import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = (more: string): string =>
  `alter table approvals.checklist_step drop constraint checklist_step_kind, add constraint checklist_step_kind check (kind in ('reported', 'confirmed', 'sent-back', 'waived'${more}))`;

/** What was settled for a day is to be settled anew when the day is another: it stands in the story of the procedure. */
export class ApprovalsReopenProcedures1795500003310 implements MigrationInterface {
  readonly name = 'ApprovalsReopenProcedures1795500003310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`, 'reopened'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from approvals.checklist_step where kind = 'reopened'`);
    await runner.query(kinds(''));
  }
}
