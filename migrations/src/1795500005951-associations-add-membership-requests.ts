import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

/** 加入の相談: people who would like to join a neighbourhood association. */
export class AssociationsAddMembershipRequests1795500005951 implements MigrationInterface {
  readonly name = 'AssociationsAddMembershipRequests1795500005951';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table associations.membership_request (
        id uuid primary key,
        ticket_hash bytea not null constraint membership_request_ticket unique,
        organisation_id uuid not null references associations.organisation,
        contact_name text,
        contact_phone text,
        contact_email text,
        note text,
        language text not null,
        state text not null constraint membership_request_state check (state in ('waiting', 'contacted', 'withdrawn')),
        contacted_by uuid references identity.person,
        forgotten_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint membership_request_reachable check (forgotten_at is not null or (contact_name is not null and (contact_phone is not null or contact_email is not null))),
        constraint membership_request_forgotten check (forgotten_at is null or (contact_name is null and contact_phone is null and contact_email is null and note is null)),
        constraint membership_request_contacted check (state <> 'contacted' or contacted_by is not null)
      )`);
    for (const column of ['organisation_id', 'contacted_by']) await runner.query(`create index membership_request_by_${column} on associations.membership_request (${column})`);
    await runner.query('create index membership_request_known on associations.membership_request (updated_at) where forgotten_at is null');
    await runner.query(`grant select, insert, update on associations.membership_request to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table associations.membership_request');
  }
}
