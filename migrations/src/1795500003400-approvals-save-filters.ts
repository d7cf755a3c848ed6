import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** What kind a case is of, to narrow the desk by; what people of the ward keep of their narrowing; and an index for each order of the desk. */
export class ApprovalsSaveFilters1795500003400 implements MigrationInterface {
  readonly name = 'ApprovalsSaveFilters1795500003400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approvals.approval_case add column kind text');
    await runner.query(`
      update approvals.approval_case set kind = newest.snapshot ->> 'category'
      from approvals.revision newest where newest.case_id = approval_case.id and newest.number = approval_case.revision`);
    await runner.query('drop index approvals.approval_case_desk');
    await runner.query('create index approval_case_desk on approvals.approval_case (status, due_on, submitted_at, id)');
    await runner.query('create index approval_case_over on approvals.approval_case (status, submitted_at, id)');
    await runner.query(`
      create table approvals.saved_filter (
        id uuid primary key,
        person_id uuid not null references identity.person,
        place int not null constraint saved_filter_place check (place between 1 and 20),
        name text not null constraint saved_filter_name check (char_length(name) between 1 and 40),
        query jsonb not null,
        constraint saved_filter_one_per_place unique (person_id, place),
        constraint saved_filter_one_per_name unique (person_id, name)
      )`);
    await runner.query(`grant select, insert, update (name), delete on approvals.saved_filter to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table approvals.saved_filter');
    await runner.query('drop index approvals.approval_case_over');
    await runner.query('drop index approvals.approval_case_desk');
    await runner.query('create index approval_case_desk on approvals.approval_case (status, due_on, id)');
    await runner.query('alter table approvals.approval_case drop column kind');
  }
}
