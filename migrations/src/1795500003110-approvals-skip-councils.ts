import type { MigrationInterface, QueryRunner } from 'typeorm';

const OUTCOMES = ['confirmed', 'returned', 'forwarded', 'passed', 'ended'];

async function allow(runner: QueryRunner, outcomes: readonly string[]): Promise<void> {
  const words = outcomes.map((outcome) => `'${outcome}'`).join(', ');
  await runner.query(`alter table approvals.first_check drop constraint first_check_outcome, add constraint first_check_outcome check (outcome in (${words}))`);
}

/** Where the days are too few for a council and the ward both, nobody asks the council, and that is written down. */
export class ApprovalsSkipCouncils1795500003110 implements MigrationInterface {
  readonly name = 'ApprovalsSkipCouncils1795500003110';

  up(runner: QueryRunner): Promise<void> {
    return allow(runner, [...OUTCOMES, 'skipped']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update approvals.first_check set outcome = 'passed' where outcome = 'skipped'`);
    await allow(runner, OUTCOMES);
  }
}
