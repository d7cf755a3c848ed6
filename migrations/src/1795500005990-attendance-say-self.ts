import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who receives themselves by the code at the entrance need not be signed in (docs/adr/0092). */
export class AttendanceSaySelf1795500005990 implements MigrationInterface {
  readonly name = 'AttendanceSaySelf1795500005990';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table attendance.check_in_operation alter column actor_id drop not null, add column self boolean not null default false');
    await runner.query('alter table attendance.check_in_operation add constraint check_in_operation_somebody check (self or actor_id is not null) not valid');
    await runner.query(`alter table attendance.check_in_operation add constraint check_in_operation_self_comes check (not self or (act = 'in' and not anyway)) not valid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table attendance.check_in_operation drop constraint check_in_operation_somebody, drop constraint check_in_operation_self_comes, drop column self');
  }
}
