import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

/** The ledger of letters, and who declined reminders. */
export class NotificationsCreateDeliveries1795300000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema notifications');
    await runner.query(`
      create table notifications.delivery (
        id uuid primary key,
        dedupe_key text not null,
        person_id uuid references identity.person (id),
        -- An event's id; no foreign key, because the ledger stands beside the events and not above them.
        event_id uuid,
        kind text not null,
        -- Null for a letter that answers something just done; a planned letter is one per person, event, kind and time.
        scheduled_for timestamptz,
        valid_until timestamptz,
        purpose text not null,
        channel text not null,
        address text,
        template text not null,
        params jsonb not null,
        priority smallint not null,
        any_hour boolean not null,
        state text not null,
        attempts int not null default 0,
        next_attempt_at timestamptz not null,
        claimed_until timestamptz,
        message_id text,
        accepted_at timestamptz,
        last_error text,
        created_at timestamptz not null,
        constraint delivery_once unique (dedupe_key),
        constraint delivery_one_per_time unique (person_id, event_id, kind, scheduled_for),
        constraint delivery_purpose check (purpose in ('sign-in', 'invitation', 'confirmation', 'cancellation', 'notice', 'reminder')),
        constraint delivery_state check (state in ('due', 'sending', 'accepted', 'bounced', 'no-channel', 'opted-out', 'withdrawn')),
        constraint delivery_channel check ((channel = 'mail' and address is not null) or (channel = 'none' and address is null)),
        -- One plain address: nothing that a mail library could read as a second recipient.
        constraint delivery_one_recipient check (length(address) <= 254 and address !~ '[[:cntrl:][:space:]<>(),;:"]|\\[|\\]|\\\\|@.*@' and address like '_%@_%'),
        constraint delivery_sends_to_somebody check (channel = 'mail' or state in ('no-channel', 'opted-out', 'withdrawn')),
        constraint delivery_lease check ((state = 'sending') = (claimed_until is not null)),
        constraint delivery_accepted check ((state = 'accepted') = (accepted_at is not null)),
        constraint delivery_sent_with_id check (state not in ('sending', 'accepted') or message_id is not null)
      )`);
    await runner.query(`
      create index delivery_waiting on notifications.delivery (priority, coalesce(claimed_until, next_attempt_at), id)
      where state in ('due', 'sending')`);
    await runner.query('create index delivery_of_event on notifications.delivery (event_id, id)');
    await runner.query('create index delivery_of_person on notifications.delivery (person_id)');
    await runner.query(`
      create table notifications.opt_out (
        person_id uuid not null references identity.person (id),
        purpose text not null,
        at timestamptz not null,
        primary key (person_id, purpose),
        constraint opt_out_purpose check (purpose = 'reminder')
      )`);
    await grantContext(runner, 'notifications');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema notifications cascade');
  }
}
