import { newId } from '@yoriai/platform';
import type { TestDatabase } from './test-database.js';
import type { TownEvent } from './town.js';

const HOUR_MS = 3_600_000;

/** An event in a month, counted from the machine's clock: for processes, which know no other. */
export function inAMonth(facts: TownEvent = {}): TownEvent {
  const start = Date.now() + 30 * 24 * HOUR_MS;
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 2 * HOUR_MS).toISOString(), ...facts };
}

const APPLIED = `
  with given as (select * from jsonb_to_recordset($1::jsonb) as g(address text, person uuid, application uuid, id uuid)),
    people as (insert into identity.person (id, name, kana, search_key, kana_key, email, created_at, updated_at)
      select person, '町民', 'ちょうみん', '町民', 'チョウミン', address, now(), now() from given),
    applied as (insert into events.application (id, frame_id, event_id, person_id, number, ticket_hash, heads, search_key, contact_email, status, channel, created_at)
      select application, $2, $3, person, right(application::text, 12), sha256(application::text::bytea), 1, application::text, address, 'confirmed', 'web', now() from given)`;

type Applied = { id: string; frameIds: string[] };

async function enter(database: TestDatabase, event: Applied, addresses: readonly string[], statement: string): Promise<void> {
  const rows = addresses.map((address) => ({ address, person: newId(), application: newId(), id: newId() }));
  await database.asOwner(`${APPLIED}${statement}`, [JSON.stringify(rows), event.frameIds[0], event.id]);
}

/** Applications of an event, one for each address, whose confirmations stand in the ledger and are due now; thousands take a moment. */
export function dueLetters(database: TestDatabase, event: Applied, addresses: readonly string[]): Promise<void> {
  return enter(
    database,
    event,
    addresses,
    `insert into notifications.delivery (id, dedupe_key, person_id, event_id, kind, purpose, channel, address, template, params, priority, any_hour, state, next_attempt_at, created_at)
     select id, id::text, person, $3, 'application-confirmed', 'confirmation', 'mail', address, 'application-confirmed',
       jsonb_build_object('applicationId', application), 1, true, 'due', now(), now() from given`,
  );
}

/** The same one step before: each application has been announced, and its confirmation comes when a worker has heard of it. */
export function announcedApplications(database: TestDatabase, event: Applied, addresses: readonly string[]): Promise<void> {
  return enter(
    database,
    event,
    addresses,
    `insert into platform.outbox (id, message, payload, at)
     select id, 'events.application-confirmed', jsonb_build_object('applicationId', application, 'eventId', $3::uuid, 'personId', person), now() from given`,
  );
}
