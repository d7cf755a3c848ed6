import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** Signing in by the lock of one's own device: what is known of each, what was asked of a browser a moment ago, and by what each session began. */
export class IdentityAddPasskeys1795500005920 implements MigrationInterface {
  readonly name = 'IdentityAddPasskeys1795500005920';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.passkey (
        id uuid primary key,
        account_id uuid not null references identity.account (id) on delete cascade,
        credential_id bytea not null check (octet_length(credential_id) between 16 and 1023),
        public_key bytea not null check (octet_length(public_key) <= 8192),
        counter bigint not null check (counter >= 0),
        transports text[] not null,
        name text not null check (length(name) between 1 and 40),
        created_at timestamptz not null,
        last_used_at timestamptz,
        constraint passkey_once unique (credential_id)
      )`);
    await runner.query('create index passkey_account on identity.passkey (account_id)');
    await runner.query(`
      create table identity.passkey_challenge (
        id uuid primary key,
        challenge_hash bytea not null check (octet_length(challenge_hash) = 32),
        browser_hash bytea not null check (octet_length(browser_hash) = 32),
        -- whose device is to be added; nobody's where somebody signs in
        account_id uuid references identity.account (id) on delete cascade,
        expires_at timestamptz not null,
        constraint passkey_challenge_once unique (challenge_hash)
      )`);
    await runner.query('create index passkey_challenge_end on identity.passkey_challenge (expires_at)');
    await runner.query(`grant select, insert, update, delete on identity.passkey, identity.passkey_challenge to ${APP_ROLE}`);
    await runner.query(`
      alter table identity.session add column began_by text not null default 'letter'
        constraint session_began_by check (began_by in ('letter', 'passkey'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity.session drop column began_by');
    await runner.query('drop table identity.passkey_challenge, identity.passkey');
  }
}
