import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

export class PlatformCreateOutbox1795300000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema platform');
    await runner.query(`
      create table platform.outbox (
        id uuid primary key,
        message text not null,
        payload jsonb not null,
        at timestamptz not null,
        relayed_at timestamptz
      )`);
    await runner.query('create index outbox_waiting on platform.outbox (id) where relayed_at is null');
    await runner.query(`
      create table platform.inbox (
        message_id uuid not null references platform.outbox (id) on delete cascade,
        subscriber text not null,
        enqueued_at timestamptz not null,
        round int not null default 0,
        handled_at timestamptz,
        primary key (message_id, subscriber)
      )`);
    await runner.query('create index inbox_waiting on platform.inbox (enqueued_at) where handled_at is null');
    await runner.query(`
      create table platform.idempotency_key (
        scope text not null,
        key text not null,
        request_hash text not null,
        created_at timestamptz not null,
        status int,
        body text,
        primary key (scope, key)
      )`);
    await runner.query('create index idempotency_key_age on platform.idempotency_key (created_at)');
    await grantContext(runner, 'platform');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema platform cascade');
  }
}
