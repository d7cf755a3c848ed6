import type { MigrationInterface, QueryRunner } from 'typeorm';

const words = (more: string): string =>
  `alter table approvals.checklist_step drop constraint checklist_step_has_words, add constraint checklist_step_has_words check (length(btrim(words)) > 0 or (words is null and kind in ('reported', 'confirmed', 'withdrawn'${more})))`;

/** A procedure is to be settled anew also where a change was approved: what changed stands beside it, and nobody says it again. */
export class ApprovalsReopenWithoutWords1795500005510 implements MigrationInterface {
  readonly name = 'ApprovalsReopenWithoutWords1795500005510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(words(`, 'reopened'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update approvals.checklist_step set words = '-' where kind = 'reopened' and words is null`);
    await runner.query(words(''));
  }
}
