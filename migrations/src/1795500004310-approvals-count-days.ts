import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions that people made, by their day: how long they took is counted for a fiscal year at a time. */
export class ApprovalsCountDays1795500004310 implements MigrationInterface {
  readonly name = 'ApprovalsCountDays1795500004310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index decision_turnaround on approvals.decision (decided_at) where kind in ('approved', 'rejected') and rule is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index approvals.decision_turnaround');
  }
}
