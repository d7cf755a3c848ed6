import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

/** People with or without a login, sign-in, sessions, joining of records, and the log of who read what. */
export class IdentityCreatePeople1795300000200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(PEOPLE);
    await queryRunner.query(SIGN_IN);
    await queryRunner.query(LOG);
    await grantContext(queryRunner, 'identity', { appendOnly: ['access_log', 'account_standing', 'joining'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema identity cascade');
  }
}

const PEOPLE = `
create schema if not exists identity;

create table identity.person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  kana text not null check (length(kana) between 1 and 100),
  search_key text not null,
  kana_key text not null,
  email text,
  phone text,
  contact_key text,
  merged_into uuid references identity.person (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint person_merged_into_another check (merged_into <> id)
);
create index person_email on identity.person (email) where email is not null and merged_into is null;
create index person_contact on identity.person (contact_key, search_key) where merged_into is null;
create index person_search on identity.person (search_key text_pattern_ops);
create index person_merged on identity.person (merged_into) where merged_into is not null;

create table identity.account (
  id uuid primary key,
  person_id uuid not null references identity.person (id),
  email text not null,
  status text not null check (status in ('active', 'suspended')),
  created_at timestamptz not null,
  constraint account_one_per_email unique (email),
  constraint account_one_per_person unique (person_id)
);

-- append-only: who stopped or reopened an account, when and why
create table identity.account_standing (
  id uuid primary key,
  account_id uuid not null references identity.account (id),
  standing text not null check (standing in ('suspended', 'reinstated')),
  by_person_id uuid references identity.person (id),
  reason text not null,
  at timestamptz not null
);
create index account_standing_account on identity.account_standing (account_id, at);

-- append-only: records of one human being found and put together by their owner
create table identity.joining (
  id uuid primary key,
  kept_person_id uuid not null references identity.person (id),
  joined_person_id uuid not null references identity.person (id),
  account_id uuid not null references identity.account (id),
  at timestamptz not null,
  constraint joining_once unique (joined_person_id),
  constraint joining_two_people check (kept_person_id <> joined_person_id)
);
create index joining_kept on identity.joining (kept_person_id);
create index joining_account on identity.joining (account_id);
`;

const SIGN_IN = `
create table identity.sign_in_request (
  id uuid primary key,
  email text not null,
  browser_hash bytea not null check (octet_length(browser_hash) = 32),
  link_hash bytea not null check (octet_length(link_hash) = 32),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  state text not null check (state in ('open', 'used', 'superseded', 'exhausted', 'unsent')),
  tries smallint not null default 0,
  -- what a volunteer who registers said about themselves; kept here until the code proves the address
  name text,
  kana text,
  phone text,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  closed_at timestamptz,
  constraint sign_in_request_link unique (link_hash),
  constraint sign_in_request_tries check (tries between 0 and 5),
  constraint sign_in_request_ten_minutes check (expires_at > requested_at and expires_at <= requested_at + interval '10 minutes'),
  constraint sign_in_request_name_with_kana check ((name is null) = (kana is null))
);
create index sign_in_request_email on identity.sign_in_request (email, requested_at);

create table identity.session (
  id uuid primary key,
  account_id uuid not null references identity.account (id),
  token_hash bytea not null check (octet_length(token_hash) = 32),
  user_agent text,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('signed-out', 'revoked', 'suspended', 'replaced', 'term-ended')),
  constraint session_token unique (token_hash),
  constraint session_thirty_days check (expires_at > started_at and expires_at <= started_at + interval '30 days'),
  constraint session_end_has_reason check ((ended_at is null) = (ended_why is null))
);
create index session_account on identity.session (account_id) where ended_at is null;
`;

const LOG = `
-- append-only: reads of other people's data, exports, and what an administrator did to accounts
create table identity.access_log (
  id uuid primary key,
  at timestamptz not null,
  actor_person_id uuid,
  action text not null,
  subject text not null,
  reason text,
  row_count integer check (row_count >= 0)
);
create index access_log_at on identity.access_log (at);
create index access_log_subject on identity.access_log (subject, at);
create index access_log_actor on identity.access_log (actor_person_id, at);
`;
