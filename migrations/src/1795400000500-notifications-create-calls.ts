import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

/** Letters that reached nobody and were said on the telephone instead: who called, and when. */
export class NotificationsCreateCalls1795400000500 implements MigrationInterface {
  readonly name = 'NotificationsCreateCalls1795400000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notifications.call (
        delivery_id uuid primary key references notifications.delivery (id) on delete cascade,
        called_by uuid not null references identity.person (id),
        called_at timestamptz not null
      )`);
    await grantContext(runner, 'notifications');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notifications.call');
  }
}
