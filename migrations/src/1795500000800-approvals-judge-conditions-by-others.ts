import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who handed in what was approved, or ever reported a condition, does not judge it: the database refuses that too. */
export class ApprovalsJudgeConditionsByOthers1795500000800 implements MigrationInterface {
  readonly name = 'ApprovalsJudgeConditionsByOthers1795500000800';

  async up(runner: QueryRunner): Promise<void> {
    // Null in steps from before: what was said then stays said.
    await runner.query(`
      alter table approvals.condition_step
        add column parties uuid[],
        add constraint condition_step_by_no_party check (kind = 'reported' or by_person_id <> all (parties))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approvals.condition_step drop column parties');
  }
}
