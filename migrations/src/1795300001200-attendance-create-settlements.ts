import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

export class AttendanceCreateSettlements1795300001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attendance.review_settlement (
        op_id text primary key references attendance.check_in_operation (op_id),
        verdict text not null,
        actor_id uuid not null references identity.person (id),
        settled_at timestamptz not null,
        constraint review_settlement_verdict_known check (verdict in ('keep', 'drop'))
      )`);
    await grantContext(runner, 'attendance', { appendOnly: ['check_in_operation', 'review_settlement'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table attendance.review_settlement');
  }
}
