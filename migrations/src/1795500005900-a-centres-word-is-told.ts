import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** When the host read what a community centre said, and when a centre asked it to look at a draft. */
export class ACentresWordIsTold1795500005900 implements MigrationInterface {
  readonly name = 'ACentresWordIsTold1795500005900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approvals.case_comment add column read_at timestamptz');
    await runner.query(`grant update (read_at) on approvals.case_comment to ${APP_ROLE}`);
    await runner.query('alter table events.draft_help add column asked_at timestamptz');
    await runner.query(`grant update (asked_at) on events.draft_help to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table events.draft_help drop column asked_at');
    await runner.query('alter table approvals.case_comment drop column read_at');
  }
}
