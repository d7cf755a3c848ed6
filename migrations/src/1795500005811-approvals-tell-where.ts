import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Of a procedure: whom to telephone, and where its form is. */
export class ApprovalsTellWhere1795500005811 implements MigrationInterface {
  readonly name = 'ApprovalsTellWhere1795500005811';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table approvals.checklist_kind
        add column phone text constraint checklist_kind_phone check (char_length(phone) between 1 and 20),
        add column form_url text constraint checklist_kind_form check (form_url like 'https://%' and char_length(form_url) <= 300)`);
    await runner.query(`grant update (phone, form_url) on approvals.checklist_kind to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approvals.checklist_kind drop column phone, drop column form_url');
  }
}
