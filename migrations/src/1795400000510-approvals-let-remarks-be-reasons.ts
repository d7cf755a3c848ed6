import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was written about single fields says well enough why something goes back. A report has no fields to write about: it goes back with a reason. */
export class ApprovalsLetRemarksBeReasons1795400000510 implements MigrationInterface {
  readonly name = 'ApprovalsLetRemarksBeReasons1795400000510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table approvals.decision
        drop constraint decision_has_reason,
        add constraint decision_has_reason check (kind not in ('returned', 'rejected') or coalesce(length(btrim(comment)), 0) > 0 or (kind = 'returned' and remarks <> '[]'))`);
    await runner.query(`
      alter table events.event_transition
        drop constraint event_transition_has_reason,
        add constraint event_transition_has_reason
          check (verb not in ('return', 'reject', 'cancel') or coalesce(length(btrim(reason)), 0) > 0 or (verb = 'return' and from_state <> 'reported'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table approvals.decision
        drop constraint decision_has_reason,
        add constraint decision_has_reason check (kind not in ('returned', 'rejected') or length(btrim(comment)) > 0)`);
    await runner.query(`
      alter table events.event_transition
        drop constraint event_transition_has_reason,
        add constraint event_transition_has_reason check (verb not in ('return', 'reject', 'cancel') or length(btrim(reason)) > 0)`);
  }
}
