import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './grants.js';

const ACTIVE = [
  ['application_one_active_phone', 'frame_id, search_key, contact_phone', 'and contact_phone is not null'],
  ['application_one_active_email', 'frame_id, search_key, contact_email', 'and contact_email is not null'],
  ['application_one_active_person', 'frame_id, person_id', 'and not joined_double'],
] as const;

const STATUSES = `'confirmed', 'waitlisted', 'offered', 'expired', 'cancelled_by_applicant', 'cancelled_by_host', 'applied'`;
const CAUSES = `'ticket', 'promotion', 'host', 'event-cancelled', 'offer', 'acceptance', 'expiry', 'passed-over', 'draw'`;
const CONSENT_CAUSES = `'consent', 'consent-refused', 'no-consent', 'consent-anew'`;

async function oneActive(runner: QueryRunner, more: string): Promise<void> {
  for (const [name, columns, where] of ACTIVE) {
    await runner.query(`drop index events.${name}`);
    await runner.query(`create unique index ${name} on events.application (${columns}) where status in ('confirmed', 'offered', 'waitlisted', 'applied'${more}) ${where} and part_of is null`);
  }
}

async function statusesAndCauses(runner: QueryRunner, statuses: string, causes: string): Promise<void> {
  await runner.query(`alter table events.application drop constraint application_status, add constraint application_status check (status in (${statuses}))`);
  await runner.query(`alter table events.application_transition drop constraint application_transition_cause, add constraint application_transition_cause check (cause in (${causes}))`);
}

/** Who is under eighteen comes with a guardian's consent: until it is given the place is kept, and nobody has it for certain. */
export class EventsAskGuardians1795500003000 implements MigrationInterface {
  readonly name = 'EventsAskGuardians1795500003000';

  async up(runner: QueryRunner): Promise<void> {
    await statusesAndCauses(runner, `${STATUSES}, 'guardian_pending'`, `${CAUSES}, ${CONSENT_CAUSES}`);
    await oneActive(runner, `, 'guardian_pending'`);
    await runner.query(`
      alter table events.application
        add column consent text not null default 'not-needed' constraint application_consent check (consent in ('not-needed', 'asked', 'given')),
        -- The last judge: no child has a place for certain to which nobody has said yes.
        add constraint application_consent_before_place check (status <> 'confirmed' or consent <> 'asked'),
        add constraint application_guardian_pending check (status <> 'guardian_pending' or consent = 'asked')`);
    await runner.query(`create index application_without_consent on events.application (event_id) where consent = 'asked'`);
    await runner.query(`
      create table events.guardian_consent (
        application_id uuid primary key references events.application (id),
        event_id uuid not null references events.event (id),
        -- Of the link that is sent to the guardian; the token itself is made again from the id.
        token_hash bytea not null unique,
        -- Null where a guardian applied: their contact is the application's.
        guardian_email text,
        guardian_name text,
        relation text,
        language text not null,
        asked_at timestamptz not null,
        -- Asked again because what they had read is another now; such a place is not taken away.
        anew boolean not null default false,
        chased int not null default 0,
        given_at timestamptz,
        -- What they had read.
        revision int,
        how text constraint guardian_consent_how check (how in ('form', 'link', 'phone', 'paper')),
        recorded_by uuid references identity.person (id),
        constraint guardian_consent_whole check ((given_at is null) = (revision is null) and (given_at is null) = (how is null))
      )`);
    await runner.query('create index guardian_consent_event on events.guardian_consent (event_id)');
    await runner.query(`grant select, insert, update, delete on events.guardian_consent to ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events.guardian_consent');
    await runner.query(`
      alter table events.application
        drop constraint application_guardian_pending,
        drop constraint application_consent_before_place,
        drop column consent`);
    // Nobody asks any more: whose place was kept has it.
    await runner.query(`update events.application set status = 'confirmed' where status = 'guardian_pending'`);
    await runner.query(`delete from events.application_transition where cause in (${CONSENT_CAUSES})`);
    await statusesAndCauses(runner, STATUSES, CAUSES);
    await oneActive(runner, '');
  }
}
