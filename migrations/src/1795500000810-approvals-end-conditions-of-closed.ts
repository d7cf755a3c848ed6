import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A closing ends what an approval asked for; so do those that came before this was so. */
export class ApprovalsEndConditionsOfClosed1795500000810 implements MigrationInterface {
  readonly name = 'ApprovalsEndConditionsOfClosed1795500000810';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update approvals.condition set state = 'lapsed'
      from approvals.approval_case join events.event on event.id = approval_case.subject_id
      where approval_case.id = condition.case_id and approval_case.subject_kind = 'event'
        and event.state = 'closed' and condition.state in ('open', 'reported')`);
  }

  /** Nothing asks for them again: the tables are as they were. */
  async down(): Promise<void> {}
}
