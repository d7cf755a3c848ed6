import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the ward wrote about single fields of what it sent back. */
export class ApprovalsAddRemarks1795400000120 implements MigrationInterface {
  readonly name = 'ApprovalsAddRemarks1795400000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table approvals.decision
        add column remarks jsonb not null default '[]',
        add constraint decision_remarks check (jsonb_typeof(remarks) = 'array' and (kind = 'returned' or remarks = '[]'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approvals.decision drop column remarks');
  }
}
