import { named, rows, type KeptSealed, type Outbox, type Tx } from '@yoriai/platform';
import type { Channel } from '../application/application.entity.js';
import { consentAt } from '../sealed/sealed-columns.js';
import type { Consent, ConsentWay, GuardianSaid } from './consent.rules.js';

/** What is known of the guardian of an application, beside it. Instants as the database writes them. */
export interface GuardianRow {
  name: string | null;
  relation: string | null;
  /** They were asked beside the child who applied; false: they applied themselves. */
  beside: boolean;
  /** Where they were sent a link; null where they applied, or it was erased. */
  email: string | null;
  asked_at: string;
  given_at: string | null;
  how: ConsentWay | null;
  anew: boolean;
}

/** What an applicant says of a guardian, and the language in which they will be asked. */
export interface GuardianOf extends GuardianSaid {
  language: string;
}

/** The guardian of an application that is written in the same transaction. */
interface NewConsent extends GuardianOf {
  applicationId: string;
  eventId: string;
  consentHash: Buffer;
  consent: Consent;
  revision: number;
  channel: Channel;
  enteredBy: string | null;
}

const WRITE = `
  insert into events.guardian_consent (application_id, event_id, token_hash, guardian_email, beside, guardian_name, relation, language, asked_at, given_at, revision, how, recorded_by)
  select application_id, event_id, token_hash, email, email is not null, name, relation, language, $10::timestamptz, case when how is not null then $10::timestamptz end, revision, how, recorded_by
  from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::text[], $11::uuid[])
    as item (application_id, event_id, token_hash, email, name, relation, language, revision, how, recorded_by)`;

/** A guardian who enters the child says yes by it; what a leader enters was said by phone, at the desk or on paper. */
const wayOf = (channel: Channel): ConsentWay => (channel === 'web' ? 'form' : channel === 'phone' ? 'phone' : 'paper');

/** Writes down who was asked, and who has said yes already, with the applications they are about. */
export async function writeConsents(tx: Tx, sealed: KeptSealed, consents: readonly NewConsent[], now: Date): Promise<void> {
  if (consents.length === 0) return;
  const column = <T>(of: (item: NewConsent) => T): T[] => consents.map(of);
  const given = ({ consent }: NewConsent): boolean => consent === 'given';
  await named(tx, 'events.consent-write', WRITE, [
    column((item) => item.applicationId),
    column((item) => item.eventId),
    column((item) => item.consentHash),
    column((item) => (given(item) ? null : (item.email ?? null))),
    column((item) => (given(item) ? sealed.close(consentAt('guardian_name', item.applicationId), item.name) : null)),
    column((item) => (given(item) ? sealed.close(consentAt('relation', item.applicationId), item.relation) : null)),
    column((item) => item.language),
    column((item) => (given(item) ? item.revision : null)),
    column((item) => (given(item) ? wayOf(item.channel) : null)),
    now,
    column((item) => (given(item) ? item.enteredBy : null)),
  ]);
}

const AGAIN = `
  update events.guardian_consent consent set asked_at = $2, chased = 0
  from (select distinct coalesce(part_of, id) as id, person_id from events.application where id = any($1::uuid[]) and status = 'guardian_pending' and received_at is null) up
  where consent.application_id = up.id and consent.given_at is null
  returning consent.application_id as "applicationId", consent.event_id as "eventId", up.person_id as "personId", consent.anew`;

/** Some of these came up without a yes: their guardians are asked at this moment, so that there is a day to answer. The frame is locked. */
export async function askOfPlaces(tx: Tx, outbox: Outbox, ids: readonly string[], now: Date): Promise<void> {
  const asked = await rows<{ applicationId: string; eventId: string; personId: string; anew: boolean }>(tx, AGAIN, [ids, now]);
  await outbox.addAll(tx, asked.map(({ anew, ...about }) => ({ message: 'events.consent-asked' as const, payload: { ...about, ...(anew && { anew: true as const }), place: true as const } })));
}

/** How often guardians were asked at each of these addresses within 24 hours: every time, and every link that was sent since, is a letter. */
export async function askedToday(tx: Tx, emails: readonly string[], now: Date): Promise<Map<string, number>> {
  if (emails.length === 0) return new Map();
  const found = await rows<{ email: string; times: number }>(
    tx,
    `select guardian_email as email, sum(link + case when asked_at > $2::timestamptz - interval '1 day' then 1 else 0 end)::int as times from events.guardian_consent
     where guardian_email = any($1::text[]) and greatest(asked_at, resent_at) > $2::timestamptz - interval '1 day' group by guardian_email`,
    [emails, now],
  );
  return new Map(found.map(({ email, times }) => [email, times]));
}
