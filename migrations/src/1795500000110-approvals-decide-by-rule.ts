import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An approval that a rule gave and no person; and what the rule asks about an event. */
export class ApprovalsDecideByRule1795500000110 implements MigrationInterface {
  readonly name = 'ApprovalsDecideByRule1795500000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table approvals.decision
        alter column decided_by drop not null,
        drop constraint if exists decision_by_person,
        add column rule text`);
    // There was one rule only, where it was taken down before.
    await runner.query(`update approvals.decision set rule = 'notification-only' where decided_by is null`);
    await runner.query(`
      alter table approvals.decision
        add constraint decision_by_person_or_rule check ((decided_by is null) = (rule is not null)),
        -- A rule says yes, or leaves it to people.
        add constraint decision_rule_approves check (rule is null or kind = 'approved')`);
    await runner.query('alter table events.event add column public_use boolean');
  }

  /** What was decided by nobody stays so, since no person did; from then on only people decide. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table approvals.decision
        drop column rule,
        add constraint decision_by_person check (decided_by is not null) not valid`);
    await runner.query('alter table events.event drop column public_use');
  }
}
