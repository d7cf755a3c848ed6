import { constraintRefusals, named, newId, rows, type Tx } from '@yoriai/platform';
import type { EventState } from '../event/event.rules.js';
import type { FrameKind } from '../frame/frame.entity.js';
import type { ApplicationStatus, Channel, TransitionCause } from './application.entity.js';
import { after, contactVerdict, headsVerdict, openVerdict, placeFor, type Counters, type Verdict } from './application.rules.js';

/**
 * The only file that changes a frame's counters. Every function locks frames in id order before it
 * touches an application, and an application's status changes only under that lock; therefore
 * `places_taken` is the sum of the heads that are confirmed or offered, and `waiting` the number of those who wait, always.
 * The CHECK on the row and the unique indexes stand behind it: counters are written as what is added, so
 * that the row itself says no to whoever would come past the lock.
 */
constraintRefusals({
  frame_places: 'application.no-place',
  application_one_active_person: 'application.duplicate',
  application_one_active_phone: 'application.duplicate',
  application_one_active_email: 'application.duplicate',
  application_waiting: { code: 'platform.busy', status: 503, retryAfter: 1 },
  application_number: { code: 'platform.busy', status: 503, retryAfter: 1 },
});

/** One application that asks for places. Ids, numbers and ticket are the caller's, so that nothing is random here. */
export interface PlaceRequest {
  applicationId: string;
  frameId: string;
  personId: string;
  number: string;
  /** Another number, for the case that somebody of this event has that one. */
  spareNumber(): string;
  ticketHash: Buffer;
  heads: number;
  searchKey: string;
  contactPhone: string | null;
  contactEmail: string | null;
  channel: Channel;
  enteredBy: string | null;
}

/** `repeated`: the same person (by record, or by name and contact) has an active application in this frame already. */
export type PlaceVerdict =
  | { kind: 'confirmed'; eventId: string; number: string }
  | { kind: 'waitlisted'; eventId: string; number: string; position: number }
  | { kind: 'repeated'; eventId: string; applicationId: string }
  | { kind: 'refused'; code: Exclude<Verdict, true> };

interface FrameRow {
  id: string;
  capacity: number | null;
  places_taken: number;
  waiting: number;
  last_waitlist_order: number;
}

interface FactsRow {
  ord: number;
  event_id: string;
  state: EventState;
  starts_at: Date | null;
  ends_at: Date | null;
  kind: FrameKind;
  opens_at: Date | null;
  closes_at: Date | null;
  per_application_max: number;
  twin_id: string | null;
  number_taken: boolean;
  held: number;
  today: number;
}

const LOCK = `select id, capacity, places_taken, waiting, last_waitlist_order from events.frame where id = any($1::uuid[]) order by id for no key update`;

// A statement of its own, after the lock: it sees everything that was committed while we waited for it.
export const FACTS = `
  select asked.ord::int as ord, event.id as event_id, event.state, event.starts_at, event.ends_at, frame.kind, frame.opens_at, frame.closes_at,
    frame.per_application_max, twin.id as twin_id, contact.held, contact.today,
    exists (select 1 from events.application other where other.event_id = event.id and other.number = asked.number) as number_taken
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $7::text[])
    with ordinality as asked (frame_id, search_key, phone, email, person_id, number, ord)
  join events.frame frame on frame.id = asked.frame_id
  join events.event event on event.id = frame.event_id
  left join lateral (
    select id from events.application
    where frame_id = asked.frame_id and status in ('confirmed', 'offered', 'waitlisted')
      and ((search_key = asked.search_key and contact_phone = asked.phone) or (search_key = asked.search_key and contact_email = asked.email)
        or person_id = asked.person_id)
    order by created_at, id limit 1
  ) twin on true
  cross join lateral (
    select (count(*) filter (where event_id = event.id and status in ('confirmed', 'offered', 'waitlisted')))::int as held,
      (count(*) filter (where created_at > $6::timestamptz - interval '1 day'))::int as today
    from events.application
    where (contact_phone = asked.phone or contact_email = asked.email) and channel = 'web'
  ) contact`;

const WRITE = `
  with added as (
    insert into events.application (id, frame_id, event_id, person_id, number, ticket_hash, heads, search_key, contact_phone, contact_email,
      status, waitlist_order, channel, entered_by, created_at)
    select item.*, $15::timestamptz
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::bytea[], $7::int[], $8::text[], $9::text[], $10::text[],
      $11::text[], $12::int[], $13::text[], $14::uuid[]) as item
  )
  update events.frame set places_taken = frame.places_taken + more.places, waiting = frame.waiting + more.waiting,
    last_waitlist_order = frame.last_waitlist_order + more.waiting
  from unnest($16::uuid[], $17::int[], $18::int[]) as more (id, places, waiting)
  where frame.id = more.id`;

/**
 * Gives places, or places in the queue, to the requests in their order, and writes them. Call it last in
 * the transaction: the frames stay locked until the commit. Three named statements for any number of
 * requests. Refused and repeated requests write nothing. `before` is called with those that are about to be
 * written, for what must stand before them (their person's record).
 */
export async function reserve(tx: Tx, requests: readonly PlaceRequest[], now: Date, before?: (placed: readonly PlaceRequest[]) => Promise<void>): Promise<PlaceVerdict[]> {
  const frameIds = [...new Set(requests.map((request) => request.frameId))].sort();
  const frames = await named<FrameRow>(tx, 'events.reserve-lock', LOCK, [frameIds]);
  const facts = await named<FactsRow>(tx, 'events.reserve-facts', FACTS, [
    requests.map((request) => request.frameId),
    requests.map((request) => request.searchKey),
    requests.map((request) => request.contactPhone),
    requests.map((request) => request.contactEmail),
    requests.map((request) => request.personId),
    now,
    requests.map((request) => request.number),
  ]);
  const counters = new Map(frames.map((frame) => [frame.id, countersOf(frame)]));
  const factsOf = new Map(facts.map((row) => [row.ord - 1, row]));
  const placed: Placed[] = [];
  const verdicts = requests.map((request, index) => {
    const decided = decide(request, factsOf.get(index), counters.get(request.frameId), placed, now);
    if ('counters' in decided) {
      counters.set(request.frameId, decided.counters);
      placed.push(decided.placed);
    }
    return decided.verdict;
  });
  if (placed.length > 0) {
    await before?.(placed.map((item) => item.request));
    await write(tx, placed, now);
  }
  return verdicts;
}

interface Placed {
  request: PlaceRequest;
  eventId: string;
  number: string;
  status: ApplicationStatus;
  order: number | null;
}

type Decided = { verdict: PlaceVerdict } | { verdict: PlaceVerdict; counters: Counters; placed: Placed };

function decide(request: PlaceRequest, facts: FactsRow | undefined, counters: Counters | undefined, placed: Placed[], now: Date): Decided {
  if (!facts || !counters) return { verdict: { kind: 'refused', code: 'application.frame-unknown' } };
  const eventId = facts.event_id;
  const twin = facts.twin_id ?? placed.find((earlier) => isTwin(earlier.request, request))?.request.applicationId;
  if (twin) return { verdict: { kind: 'repeated', eventId, applicationId: twin } };
  if (request.channel === 'web') {
    const also = placed.filter((earlier) => sameContact(earlier.request, request));
    const held = { inEvent: facts.held + also.filter((earlier) => earlier.eventId === eventId).length, today: facts.today + also.length };
    const bounded = contactVerdict(held);
    if (bounded !== true) return { verdict: { kind: 'refused', code: bounded } };
  }
  const times = { startsAt: facts.starts_at, endsAt: facts.ends_at, opensAt: facts.opens_at, closesAt: facts.closes_at };
  const open = openVerdict({ state: facts.state, kind: facts.kind, ...times }, request.channel, now);
  if (open !== true) return { verdict: { kind: 'refused', code: open } };
  const size = headsVerdict({ capacity: counters.capacity, perApplicationMax: facts.per_application_max }, request.heads);
  if (size !== true) return { verdict: { kind: 'refused', code: size } };

  const taken = facts.number_taken || placed.some((earlier) => earlier.eventId === eventId && earlier.number === request.number);
  const number = taken ? request.spareNumber() : request.number;
  const place = placeFor(counters, request.heads);
  const order = place.status === 'waitlisted' ? place.order : null;
  return {
    verdict: place.status === 'confirmed' ? { kind: 'confirmed', eventId, number } : { kind: 'waitlisted', eventId, number, position: place.position },
    counters: after(counters, place, request.heads),
    placed: { request, eventId, number, status: place.status, order },
  };
}

function isTwin(a: PlaceRequest, b: PlaceRequest): boolean {
  return a.frameId === b.frameId && (a.personId === b.personId || (a.searchKey === b.searchKey && sameContact(a, b)));
}

function sameContact(a: PlaceRequest, b: PlaceRequest): boolean {
  return (a.contactPhone !== null && a.contactPhone === b.contactPhone) || (a.contactEmail !== null && a.contactEmail === b.contactEmail);
}

function countersOf(frame: FrameRow): Counters {
  return { capacity: frame.capacity, placesTaken: frame.places_taken, waiting: frame.waiting, lastWaitlistOrder: frame.last_waitlist_order };
}

async function write(tx: Tx, placed: Placed[], now: Date): Promise<void> {
  const column = <T>(of: (item: Placed) => T): T[] => placed.map(of);
  const added = new Map<string, { places: number; waiting: number }>();
  for (const { request, status } of placed) {
    const { places, waiting } = added.get(request.frameId) ?? { places: 0, waiting: 0 };
    added.set(request.frameId, status === 'confirmed' ? { places: places + request.heads, waiting } : { places, waiting: waiting + 1 });
  }
  await named(tx, 'events.reserve-write', WRITE, [
    column((item) => item.request.applicationId),
    column((item) => item.request.frameId),
    column((item) => item.eventId),
    column((item) => item.request.personId),
    column((item) => item.number),
    column((item) => item.request.ticketHash),
    column((item) => item.request.heads),
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
  ]);
}

/** What a change of one application needs: its counters after the lock. */
export async function lockFrame(tx: Tx, frameId: string): Promise<Counters | null> {
  const [frame] = await named<FrameRow>(tx, 'events.reserve-lock', LOCK, [[frameId]]);
  return frame ? countersOf(frame) : null;
}

/** Frees confirmed or offered places. The frame is locked already by {@link lockFrame}. */
export async function release(tx: Tx, frameId: string, heads: number): Promise<void> {
  await rows(tx, 'update events.frame set places_taken = places_taken - $2 where id = $1', [frameId, heads]);
}

/** Takes one application out of the queue; those behind it keep their order. The frame is locked already. */
export async function leaveQueue(tx: Tx, frameId: string): Promise<void> {
  await rows(tx, 'update events.frame set waiting = waiting - 1 where id = $1', [frameId]);
}

/** From the queue to a place, or to the offer of one. The CHECK refuses `application.no-place` if there is none. The frame is locked already. */
export async function moveUp(tx: Tx, frameId: string, heads: number): Promise<void> {
  await rows(tx, 'update events.frame set places_taken = places_taken + $2, waiting = waiting - 1 where id = $1', [frameId, heads]);
}

/** Cancels every active application of an event on the host's behalf and empties its frames. */
export async function emptyFrames(tx: Tx, about: { eventId: string; actorPersonId: string; reason: string; at: Date }): Promise<void> {
  await rows(tx, 'select id from events.frame where event_id = $1 order by id for no key update', [about.eventId]);
  const cancelled = await rows<{ id: string; from_status: ApplicationStatus }>(
    tx,
    `update events.application changed set status = 'cancelled_by_host', waitlist_order = null, offer_ends_at = null
     from (select id, status from events.application where event_id = $1 and status in ('confirmed', 'offered', 'waitlisted') order by id for no key update) before
     where changed.id = before.id returning changed.id, before.status as from_status`,
    [about.eventId],
  );
  await rows(tx, 'update events.frame set places_taken = 0, waiting = 0 where event_id = $1', [about.eventId]);
  const cause: TransitionCause = 'event-cancelled';
  await rows(
    tx,
    `insert into events.application_transition (id, application_id, event_id, from_status, to_status, cause, reason, actor_person_id, at)
     select item.id, item.application_id, $4, item.from_status, 'cancelled_by_host', $5, $6, $7, $8
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as item (id, application_id, from_status)`,
    [
      cancelled.map(() => newId()),
      cancelled.map((each) => each.id),
      cancelled.map((each) => each.from_status),
      about.eventId,
      cause,
      about.reason.trim(),
      about.actorPersonId,
      about.at,
    ],
  );
}
