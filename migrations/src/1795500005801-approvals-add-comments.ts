import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** What community centres say about what their area handed in. */
export class ApprovalsAddComments1795500005801 implements MigrationInterface {
  readonly name = 'ApprovalsAddComments1795500005801';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approvals.case_comment (
        id uuid primary key,
        case_id uuid not null,
        revision int not null,
        centre_id uuid not null references associations.organisation,
        words text not null constraint case_comment_words check (length(btrim(words)) > 0 and length(words) <= 2000),
        by_person_id uuid not null references identity.person,
        at timestamptz not null,
        foreign key (case_id, revision) references approvals.revision (case_id, number)
      )`);
    await runner.query('create index case_comment_of on approvals.case_comment (case_id, at)');
    await runner.query('create index case_comment_by on approvals.case_comment (by_person_id)');
    await runner.query(`grant select, insert on approvals.case_comment to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table approvals.case_comment');
  }
}
