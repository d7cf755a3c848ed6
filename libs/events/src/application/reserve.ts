import { constraintRefusals, named, type DateOnly, type KeptSealed, type Tx } from '@yoriai/platform';
import { saidOf } from '../asks/asks.rules.js';
import type { Answers } from '../asks/questions.rules.js';
import { askedToday, writeConsents, type GuardianOf } from '../consent/consent-rows.js';
import type { Consent } from '../consent/consent.rules.js';
import type { EventState } from '../event/event.rules.js';
import { answersAt } from '../sealed/sealed-columns.js';
import type { ApplicationStatus, Channel, Companion } from './application.entity.js';
import { after, contactVerdict, holdsPlaces, openVerdict, parted, placeFor, type Counters } from './application.rules.js';
import { comersVerdict, type ComersRefusal, type FrameAsking } from './comers.rules.js';
import { lockFrames } from './frame-counters.js';
import { seenByAll } from './shared-places.rules.js';

/**
 * Only this file and frame-counters.ts change a frame's counters. Every function locks frames in id order before it
 * touches an application, and an application's status changes only under that lock; therefore
 * `places_taken` is the sum of the heads that are confirmed or offered, and `waiting` the number of those who wait, always.
 * The CHECK on the row and the unique indexes stand behind it: counters are written as what is added, so
 * that the row itself says no to whoever would come past the lock.
 */
constraintRefusals({
  frame_places: 'application.no-place',
  shared_places_taken: 'application.no-place',
  application_one_active_person: 'application.duplicate',
  application_one_active_phone: 'application.duplicate',
  application_one_active_email: 'application.duplicate',
  application_waiting: { code: 'platform.busy', status: 503, retryAfter: 1 },
  // Signs of two code points count as one where a text is typed, and as two in the table.
  application_group_name: { code: 'platform.invalid', status: 422 },
  application_host_words: { code: 'platform.invalid', status: 422 },
  application_number: { code: 'platform.busy', status: 503, retryAfter: 1 },
});

/** What is an application's own. The caller makes it, so that nothing is random here. */
export interface Codes {
  applicationId: string;
  number: string;
  /** Another number, for the case that somebody of this event has that one. */
  spareNumber(): string;
  ticketHash: Buffer;
  /** Of the link for a guardian, where one is asked. */
  consentHash: Buffer;
}

/** One application that asks for places. */
export interface PlaceRequest extends Codes {
  frameId: string;
  personId: string;
  heads: number;
  /** Those who come along, where the host asks for their names. */
  companions: readonly Companion[];
  /** What the group calls itself, where the frame is for groups. */
  groupName: string | null;
  /** The applicant's birth date, where the frame has a rule about ages. */
  born: DateOnly | null;
  /** What the host asked and they answered. */
  answers: Answers | null;
  /** What they said about pictures, where the host asks. */
  photos: boolean | null;
  /** What they said of a guardian, where the host asks for one's consent. */
  guardian: GuardianOf | null;
  /** 一部だけでもよい: as many as fit have a place, the others wait as an application of their own, which `rest` gives its codes. */
  partIsFine: boolean;
  rest(): Codes;
  searchKey: string;
  contactPhone: string | null;
  contactEmail: string | null;
  channel: Channel;
  enteredBy: string | null;
}

/** `repeated`: the same person (by record, or by name and contact) has an active application in this frame already. */
export type PlaceVerdict =
  | { kind: 'confirmed' | 'guardian_pending'; eventId: string; number: string; rest: Rest | null }
  | { kind: 'applied'; eventId: string; number: string }
  | { kind: 'waitlisted'; eventId: string; number: string; position: number }
  | { kind: 'repeated'; eventId: string; applicationId: string }
  | ({ kind: 'refused' } & ComersRefusal);

/** Those of a group who wait, when the others have places. */
export interface Rest {
  applicationId: string;
  number: string;
  heads: number;
  position: number;
}

interface FactsRow extends Omit<FrameAsking, 'capacity'> {
  ord: number;
  event_id: string;
  state: EventState;
  ends_at: Date | null;
  opens_at: Date | null;
  closes_at: Date | null;
  public_revision: number | null;
  twin_id: string | null;
  number_taken: boolean;
  held: number;
  today: number;
}

const THE_SAME = '((search_key = asked.search_key and contact_phone = asked.phone) or (search_key = asked.search_key and contact_email = asked.email) or person_id = asked.person_id)';

// A statement of its own, after the lock: it sees everything that was committed while we waited for it. Whoever was declined and does not know it has applied, as far as anybody hears.
export const FACTS = `
  select asked.ord::int as ord, event.id as event_id, event.state, event.starts_at, event.ends_at, event.public_revision, frame.kind, frame.opens_at, frame.closes_at,
    frame.per_application_max, frame.companions, frame.asks, twin.id as twin_id, contact.held, contact.today,
    exists (select 1 from events.application other where other.event_id = event.id and other.number = asked.number) as number_taken
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $7::text[])
    with ordinality as asked (frame_id, search_key, phone, email, person_id, number, ord)
  join events.frame frame on frame.id = asked.frame_id
  join events.event event on event.id = frame.event_id
  left join lateral (
    select id, created_at from events.application where frame_id = asked.frame_id and status in ('confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied') and ${THE_SAME}
    union all
    select id, created_at from events.application where frame_id = asked.frame_id and status = 'declined' and answered_at is not null and answer_told_at is null and ${THE_SAME}
    order by created_at, id limit 1
  ) twin on true
  cross join lateral (
    select (count(*) filter (where event_id = event.id and status in ('confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied')))::int as held,
      (count(*) filter (where created_at > $6::timestamptz - interval '1 day'))::int as today
    from events.application
    where (contact_phone = asked.phone or contact_email = asked.email) and channel = 'web' and part_of is null
  ) contact`;

const WRITE = `
  with added as (
    insert into events.application (id, frame_id, event_id, person_id, number, ticket_hash, heads, search_key, contact_phone, contact_email,
      status, waitlist_order, channel, entered_by, part_is_fine, part_of, companions, born, answers, consent, photos, group_name, created_at)
    select item.id, frame_id, event_id, person_id, number, ticket_hash, heads, search_key, phone, email, status, waitlist_order, channel, entered_by,
      part_is_fine, part_of, companions::jsonb, born, answers, consent, photos, group_name, $15::timestamptz
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::bytea[], $7::int[], $8::text[], $9::text[], $10::text[],
      $11::text[], $12::int[], $13::text[], $14::uuid[], $19::boolean[], $20::uuid[], $21::text[], $23::date[], $24::text[], $25::text[], $26::boolean[], $27::text[])
      as item (id, frame_id, event_id, person_id, number, ticket_hash, heads, search_key, phone, email, status, waitlist_order, channel, entered_by,
        part_is_fine, part_of, companions, born, answers, consent, photos, group_name)
  )
  update events.frame set places_taken = frame.places_taken + more.places, waiting = frame.waiting + more.waiting,
    last_waitlist_order = greatest(frame.last_waitlist_order, more.last_order), entered = frame.entered + more.entered
  from unnest($16::uuid[], $17::int[], $18::int[], $22::int[], $28::int[]) as more (id, places, waiting, entered, last_order)
  where frame.id = more.id`;

/**
 * Gives places, or places in the queue, to the requests in their order, and writes them. Call it last in
 * the transaction: the frames stay locked until the commit. Three named statements for any number of
 * requests, one more where guardians are asked. Refused and repeated requests write nothing. `before` is called with those that are about to be
 * written, for what must stand before them (their person's record).
 */
export async function reserve(tx: Tx, sealed: KeptSealed, requests: readonly PlaceRequest[], now: Date, before?: (placed: readonly PlaceRequest[]) => Promise<void>): Promise<PlaceVerdict[]> {
  const frameIds = [...new Set(requests.map((request) => request.frameId))].sort();
  const counters = await lockFrames(tx, frameIds);
  const facts = await named<FactsRow>(tx, 'events.reserve-facts', FACTS, [
    requests.map((request) => request.frameId),
    requests.map((request) => request.searchKey),
    requests.map((request) => request.contactPhone),
    requests.map((request) => request.contactEmail),
    requests.map((request) => request.personId),
    now,
    requests.map((request) => request.number),
  ]);
  const asked = await askedToday(tx, requests.flatMap((request) => guardianEmail(request) ?? []), now);
  const factsOf = new Map(facts.map((row) => [row.ord - 1, { ...row, letters: asked.get(guardianEmail(requests[row.ord - 1]!) ?? '') ?? 0 }]));
  const placed: Placed[] = [];
  const verdicts = requests.map((request, index) => {
    const decided = decide(request, factsOf.get(index), counters.get(request.frameId), placed, now);
    if ('counters' in decided) {
      counters.set(request.frameId, decided.counters);
      seenByAll(counters, decided.counters);
      placed.push(...decided.placed);
    }
    return decided.verdict;
  });
  if (placed.length > 0) {
    await before?.(placed.flatMap((item) => (item.partOf === null ? [item.request] : [])));
    await write(tx, sealed, placed, now);
    await writeConsents(tx, sealed, placed.flatMap(({ request, codes, eventId, revision, consent, partOf }) => (request.guardian && consent !== 'not-needed' && partOf === null ? [{ ...request.guardian, ...codes, eventId, revision, consent, channel: request.channel, enteredBy: request.enteredBy }] : [])), now);
  }
  return verdicts;
}

/** A row to be written. */
interface Placed {
  request: PlaceRequest;
  codes: Codes;
  eventId: string;
  number: string;
  status: ApplicationStatus;
  order: number | null;
  heads: number;
  companions: Companion[] | null;
  partOf: string | null;
  consent: Consent;
  /** What was public when they applied. */
  revision: number;
}

type Decided = { verdict: PlaceVerdict } | { verdict: PlaceVerdict; counters: Counters; placed: Placed[] };

function decide(request: PlaceRequest, facts: (FactsRow & { letters: number }) | undefined, counters: Counters | undefined, placed: Placed[], now: Date): Decided {
  if (!facts || !counters) return { verdict: { kind: 'refused', code: 'application.frame-unknown' } };
  const eventId = facts.event_id;
  const twin = facts.twin_id ?? placed.find((earlier) => isTwin(earlier.request, request))?.request.applicationId;
  if (twin) return { verdict: { kind: 'repeated', eventId, applicationId: twin } };
  if (request.channel === 'web') {
    const also = placed.filter((earlier) => sameContact(earlier.request, request));
    const held = { inEvent: facts.held + also.filter((earlier) => earlier.eventId === eventId).length, today: Math.max(facts.today + also.length, facts.letters + placed.filter((earlier) => earlier.partOf === null && sameGuardian(earlier.request, request)).length) };
    const bounded = contactVerdict(held);
    if (bounded !== true) return { verdict: { kind: 'refused', code: bounded } };
  }
  const times = { startsAt: facts.starts_at, endsAt: facts.ends_at, opensAt: facts.opens_at, closesAt: facts.closes_at };
  const open = openVerdict({ state: facts.state, kind: facts.kind, ...times }, request.channel, now);
  if (open !== true) return { verdict: { kind: 'refused', code: open } };
  const asked = { ...facts, capacity: counters.capacity, shared: counters.shared };
  const comers = comersVerdict(asked, { ...request, answers: null, ...saidOf(request.answers), email: request.contactEmail }, now);
  if (!('consent' in comers)) return { verdict: { kind: 'refused', ...comers } };

  const taken = facts.number_taken || placed.some((earlier) => earlier.eventId === eventId && earlier.number === request.number);
  return give(request, { eventId, number: taken ? request.spareNumber() : request.number, consent: comers.consent, revision: facts.public_revision ?? 0 }, counters);
}

/** Who of the group has a place and who waits: one row, or two of which the second is the others'. */
function give(request: PlaceRequest, { eventId, number, consent, revision }: Pick<Placed, 'eventId' | 'number' | 'consent' | 'revision'>, counters: Counters): Decided {
  const { heads, applicationId, partIsFine } = request;
  const place = placeFor(counters, heads, partIsFine);
  const { entered, confirmed, waits, order, position } = place;
  const companions = request.companions.length > 0 ? [...request.companions] : null;
  const kind = consent === 'asked' ? ('guardian_pending' as const) : ('confirmed' as const);
  const row: Placed = { request, codes: request, eventId, number, status: kind, order: null, heads, companions, partOf: null, consent, revision };
  const next = { counters: after(counters, place, partIsFine) };
  if (entered > 0) return { ...next, verdict: { kind: 'applied', eventId, number }, placed: [{ ...row, status: 'applied' }] };
  if (waits === 0) return { ...next, verdict: { kind, eventId, number, rest: null }, placed: [row] };
  if (confirmed === 0) return { ...next, verdict: { kind: 'waitlisted', eventId, number, position }, placed: [{ ...row, status: 'waitlisted', order }] };

  const [first, others] = parted(companions, confirmed, true);
  const codes = request.rest();
  const waiting: Placed = { ...row, codes, number: codes.number, status: 'waitlisted', order, heads: waits, companions: others, partOf: applicationId };
  const rest = { applicationId: codes.applicationId, number: codes.number, heads: waits, position };
  return { ...next, verdict: { kind, eventId, number, rest }, placed: [{ ...row, heads: confirmed, companions: first }, waiting] };
}

function isTwin(a: PlaceRequest, b: PlaceRequest): boolean {
  return a.frameId === b.frameId && (a.personId === b.personId || (a.searchKey === b.searchKey && sameContact(a, b)));
}

function sameContact(a: PlaceRequest, b: PlaceRequest): boolean {
  return (a.contactPhone !== null && a.contactPhone === b.contactPhone) || (a.contactEmail !== null && a.contactEmail === b.contactEmail);
}

/** Where the guardian of a child who applies alone is asked. */
const guardianEmail = ({ guardian }: PlaceRequest): string | null => (guardian?.by === 'child' ? (guardian.email ?? null) : null);

const sameGuardian = (a: PlaceRequest, b: PlaceRequest): boolean => guardianEmail(a) !== null && guardianEmail(a) === guardianEmail(b);

async function write(tx: Tx, sealed: KeptSealed, placed: Placed[], now: Date): Promise<void> {
  const column = <T>(of: (item: Placed) => T): T[] => placed.map(of);
  const added = new Map<string, { places: number; waiting: number; entered: number; lastOrder: number | null }>();
  for (const { request, status, heads, order } of placed) {
    const so = added.get(request.frameId) ?? { places: 0, waiting: 0, entered: 0, lastOrder: null };
    if (holdsPlaces(status)) so.places += heads;
    else if (status === 'applied') so.entered += heads;
    else Object.assign(so, { waiting: so.waiting + 1, lastOrder: order });
    added.set(request.frameId, so);
  }
  await named(tx, 'events.reserve-write', WRITE, [
    column((item) => item.codes.applicationId),
    column((item) => item.request.frameId),
    column((item) => item.eventId),
    column((item) => item.request.personId),
    column((item) => item.number),
    column((item) => item.codes.ticketHash),
    column((item) => item.heads),
    column((item) => item.request.searchKey),
    column((item) => item.request.contactPhone),
    column((item) => item.request.contactEmail),
    column((item) => item.status),
    column((item) => item.order),
    column((item) => item.request.channel),
    column((item) => item.request.enteredBy),
    now,
    [...added.keys()],
    [...added.values()].map(({ places }) => places),
    [...added.values()].map(({ waiting }) => waiting),
    ...[column((item) => item.request.partIsFine), column((item) => item.partOf)],
    column((item) => item.companions && JSON.stringify(item.companions)),
    [...added.values()].map(({ entered }) => entered),
    column((item) => (item.partOf === null ? item.request.born : null)),
    column((item) => (item.partOf === null ? sealed.close(answersAt(item.codes.applicationId), item.request.answers) : null)),
    column((item) => item.consent),
    column((item) => item.request.photos),
    column((item) => item.request.groupName),
    [...added.values()].map(({ lastOrder }) => lastOrder),
  ]);
}
