import type { MigrationInterface, QueryRunner } from 'typeorm';

const checks = (more: string): string => `
  alter table approvals.checklist_item drop constraint checklist_item_state, add constraint checklist_item_state check (state in ('open', 'reported', 'confirmed', 'waived'${more}));
  alter table approvals.checklist_step drop constraint checklist_step_kind, add constraint checklist_step_kind check (kind in ('reported', 'confirmed', 'sent-back', 'waived', 'reopened'${more})),
    drop constraint checklist_step_has_words, add constraint checklist_step_has_words check (length(btrim(words)) > 0 or (words is null and kind in ('reported', 'confirmed'${more})))`;

/** What was settled with others about an event that is off is taken back with them, which its host ticks off. */
export class ApprovalsTakeProceduresBack1795500005500 implements MigrationInterface {
  readonly name = 'ApprovalsTakeProceduresBack1795500005500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(checks(`, 'withdrawn'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from approvals.checklist_step where kind = 'withdrawn'`);
    await runner.query(`update approvals.checklist_item set state = 'confirmed' where state = 'withdrawn'`);
    await runner.query(checks(''));
  }
}
