import { Injectable } from '@nestjs/common';
import { newId, rows, type Tx } from '@yoriai/platform';
import type { Companion } from '../application/application.entity.js';
import type { Companions, FrameMethod } from '../frame/frame.entity.js';

/** What of an application can become another. */
export interface Amendable {
  heads: number;
  companions: Companion[] | null;
  phone: string | null;
  email: string | null;
}

/** What became another, by what it is: each as it read, or as it reads. Birth dates are not among it. */
export interface AmendedWords {
  heads?: number;
  companions?: string[];
  /** Name and reading. */
  name?: string;
  groupName?: string | null;
  phone?: string | null;
  email?: string | null;
}

/** One change of an application. */
export interface Amendment {
  id: string;
  applicationId: string;
  at: Date;
  /** Null: whoever holds the ticket. */
  actorPersonId: string | null;
  headsBefore: number;
  headsAfter: number;
  /** Null once it is forgotten. */
  was: AmendedWords | null;
  now: AmendedWords | null;
}

/** What the application's frame says about changes, beside its counters. */
export interface FrameToAmend {
  method: FrameMethod;
  companions: Companions;
  perApplicationMax: number;
  drawnAt: Date | null;
  closesAt: Date | null;
  numbered: boolean;
  /** How many others of the same group apply beside this application, where it was parted. */
  besides: number;
}

/** A new address that is asked whether it is theirs. */
export interface EmailChange {
  applicationId: string;
  eventId: string;
  /** Null once it was confirmed. */
  email: string | null;
  tokenHash: Buffer;
  link: number;
  askedAt: Date;
  confirmedAt: Date | null;
}

const AMENDMENT = `select id, application_id as "applicationId", at, actor_person_id as "actorPersonId", heads_before as "headsBefore", heads_after as "headsAfter", was, now from events.application_amendment`;
const EMAIL_CHANGE = `select application_id as "applicationId", event_id as "eventId", email, token_hash as "tokenHash", link, asked_at as "askedAt", confirmed_at as "confirmedAt" from events.email_change`;

/** SQL of changes of applications. Counters are changed in application/frame-counters.ts. */
@Injectable()
export class AmendmentRepository {
  async frameOf(tx: Tx, { id, frame_id: frameId }: { id: string; frame_id: string }): Promise<FrameToAmend> {
    const [found] = await rows<FrameToAmend>(
      tx,
      `select method, companions, per_application_max as "perApplicationMax", drawn_at as "drawnAt", closes_at as "closesAt",
         exists (select from events.contest_division division where division.frame_id = frame.id and division.unit = 'person') as numbered,
         (select coalesce(sum(part.heads), 0)::int from events.application part where part.part_of = $2 and part.status in ('confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied')) as besides
       from events.frame frame where id = $1`,
      [frameId, id],
    );
    return found!;
  }

  /** Only while the frame is locked; what waits of the same group is reached like the first of them. */
  async save(tx: Tx, id: string, { heads, companions, phone, email }: Amendable): Promise<void> {
    await rows(tx, 'update events.application set heads = $2, companions = $3 where id = $1 and (heads <> $2 or companions is distinct from $3::jsonb)', [id, heads, companions && JSON.stringify(companions)]);
    await rows(
      tx,
      `update events.application set contact_phone = $2, contact_email = $3
       where (id = $1 or part_of = $1 or id = (select part_of from events.application where id = $1) or part_of = (select part_of from events.application where id = $1))
         and (contact_phone is distinct from $2 or contact_email is distinct from $3)`,
      [id, phone, email],
    );
  }

  /** How it is found, and the group's name; of all parts of one group. The name itself stands in the person's record. */
  async saveName(tx: Tx, id: string, searchKey: string, groupName: string | null): Promise<void> {
    await rows(
      tx,
      `update events.application set search_key = $2, group_name = $3
       where (id = $1 or part_of = $1 or id = (select part_of from events.application where id = $1) or part_of = (select part_of from events.application where id = $1))
         and (search_key <> $2 or group_name is distinct from $3)`,
      [id, searchKey, groupName],
    );
  }

  async add(tx: Tx, { id, applicationId, at, actorPersonId, headsBefore, headsAfter, was, now }: Amendment, eventId: string): Promise<void> {
    await rows(tx, 'insert into events.application_amendment (id, application_id, event_id, at, actor_person_id, heads_before, heads_after, was, now) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      ...[id, applicationId, eventId, at, actorPersonId, headsBefore, headsAfter],
      ...[was, now].map((words) => words && JSON.stringify(words)),
    ]);
  }

  /** How often it was changed by its ticket since then. A new address that was confirmed is none: its links are counted (`MOST_EMAIL_CHANGES`). */
  async timesSince(tx: Tx, applicationId: string, since: Date): Promise<number> {
    const [found] = await rows<{ times: number }>(tx, 'select count(*)::int as times from events.application_amendment where application_id = $1 and at > $2 and actor_person_id is null and not coalesce(now ? \'email\', false)', [applicationId, since]);
    return found!.times;
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<Amendment[]> {
    return rows<Amendment>(tx, `${AMENDMENT} where id = any($1::uuid[])`, [ids]);
  }

  /** How many others of the event this contact stands behind, and how many came by it within a day. */
  async heldBy(tx: Tx, { eventId, besides, phone, email, since }: { eventId: string; besides: string; phone: string | null; email: string | null; since: Date }): Promise<{ inEvent: number; today: number }> {
    const [found] = await rows<{ inEvent: number; today: number }>(
      tx,
      `select (count(*) filter (where event_id = $1 and status in ('confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied')))::int as "inEvent",
         (count(*) filter (where created_at > $5))::int as today
       from events.application where (contact_phone = $3 or contact_email = $4) and channel = 'web' and part_of is null and id <> $2`,
      [eventId, besides, phone, email, since],
    );
    return found!;
  }

  /** The numbers that these people said for the event: of what stands before what ended, the newest first. */
  async phonesOf(tx: Tx, eventId: string, personIds: readonly string[]): Promise<Map<string, string>> {
    if (personIds.length === 0) return new Map();
    const found = await rows<{ personId: string; phone: string }>(
      tx,
      `select distinct on (person_id) person_id as "personId", contact_phone as phone from events.application
       where event_id = $1 and person_id = any($2::uuid[]) and contact_phone is not null
       order by person_id, (status in ('confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied')) desc, created_at desc, id desc`,
      [eventId, personIds],
    );
    return new Map(found.map(({ personId, phone }) => [personId, phone]));
  }

  async emailChangeOf(tx: Tx, applicationId: string): Promise<EmailChange | null> {
    return (await this.emailChangesOf(tx, [applicationId]))[0] ?? null;
  }

  emailChangesOf(tx: Tx, applicationIds: readonly string[]): Promise<EmailChange[]> {
    return rows<EmailChange>(tx, `${EMAIL_CHANGE} where application_id = any($1::uuid[])`, [applicationIds]);
  }

  async emailChangeBy(tx: Tx, tokenHash: Buffer): Promise<EmailChange | null> {
    return (await rows<EmailChange>(tx, `${EMAIL_CHANGE} where token_hash = $1`, [tokenHash]))[0] ?? null;
  }

  /** How many letters asked this address (`TicketCodes.addressAsked`) since then, whichever applications named it, also where they name another by now. */
  async askedSince(tx: Tx, address: string, since: Date): Promise<number> {
    const [found] = await rows<{ times: number }>(tx, 'select count(*)::int as times from events.email_asked where address = $1 and asked_at > $2', [address, since]);
    return found!.times;
  }

  async addAsked(tx: Tx, { applicationId, link, askedAt }: EmailChange, address: string): Promise<void> {
    await rows(tx, 'insert into events.email_asked (application_id, link, address, asked_at) values ($1, $2, $3, $4)', [applicationId, link, address, askedAt]);
  }

  async saveEmailChange(tx: Tx, { applicationId, eventId, email, tokenHash, link, askedAt, confirmedAt }: EmailChange): Promise<void> {
    await rows(
      tx,
      `insert into events.email_change (application_id, event_id, email, token_hash, link, asked_at, confirmed_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (application_id) do update set email = excluded.email, token_hash = excluded.token_hash, link = excluded.link, asked_at = excluded.asked_at, confirmed_at = excluded.confirmed_at`,
      [applicationId, eventId, email, tokenHash, link, askedAt, confirmedAt],
    );
  }
}

/** The changes of each of these applications, the latest first. One statement for any number. */
export async function amendmentsOf(tx: Tx, applicationIds: readonly string[]): Promise<Map<string, Amendment[]>> {
  if (applicationIds.length === 0) return new Map();
  const found = await rows<Amendment>(tx, `${AMENDMENT} where application_id = any($1::uuid[]) order by at desc, id desc`, [applicationIds]);
  const of = new Map<string, Amendment[]>();
  for (const each of found) of.set(each.applicationId, [...(of.get(each.applicationId) ?? []), each]);
  return of;
}

/** A new change, with what of it became another; null where nothing did. */
export function amendmentOf(before: Amendable, after: Amendable, named: { was: AmendedWords; now: AmendedWords } | null, about: { applicationId: string; at: Date; actorPersonId: string | null }): Amendment | null {
  const words = (of: Amendable): AmendedWords => ({
    ...(before.heads !== after.heads && { heads: of.heads }),
    ...(JSON.stringify(before.companions ?? []) !== JSON.stringify(after.companions ?? []) && { companions: (of.companions ?? []).map(({ name }) => name) }),
    ...(before.phone !== after.phone && { phone: of.phone }),
    ...(before.email !== after.email && { email: of.email }),
  });
  const [was, now] = [{ ...words(before), ...named?.was }, { ...words(after), ...named?.now }];
  if (Object.keys(now).length === 0) return null;
  return { id: newId(), ...about, headsBefore: before.heads, headsAfter: after.heads, was, now };
}
