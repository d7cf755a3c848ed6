import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** The ward office adds procedures to the catalogue itself; no two have the same name. */
export class ApprovalsAddKinds1795500005600 implements MigrationInterface {
  readonly name = 'ApprovalsAddKinds1795500005600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approvals.checklist_kind add constraint checklist_kind_title unique (title)');
    await runner.query(`grant insert on approvals.checklist_kind to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke insert on approvals.checklist_kind from ${APP_ROLE}`);
    await runner.query('alter table approvals.checklist_kind drop constraint checklist_kind_title');
  }
}
