import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules of 5990 hold for what was there before, too; whoever receives goes on meanwhile (docs/adr/0085). */
export class AttendanceHoldSelf1795500005991 implements MigrationInterface {
  readonly name = 'AttendanceHoldSelf1795500005991';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('set lock_timeout = 0');
    await runner.query('alter table attendance.check_in_operation validate constraint check_in_operation_somebody');
    await runner.query('alter table attendance.check_in_operation validate constraint check_in_operation_self_comes');
    await runner.query('reset lock_timeout');
  }

  /** A rule that holds needs no way back: 5990 takes it away. */
  async down(): Promise<void> {}
}
