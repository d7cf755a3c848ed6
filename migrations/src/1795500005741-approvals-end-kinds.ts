import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** The ward office ends a procedure of the catalogue, which nobody needs from then on. */
export class ApprovalsEndKinds1795500005741 implements MigrationInterface {
  readonly name = 'ApprovalsEndKinds1795500005741';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approvals.checklist_kind add column ended_at timestamptz');
    await runner.query(`grant update (ended_at) on approvals.checklist_kind to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approvals.checklist_kind drop column ended_at');
  }
}
