import { named, newId, rows, type Tx } from '@yoriai/platform';
import type { ApplicationStatus, TransitionCause } from './application.entity.js';
import type { Counters } from './application.rules.js';
import { withShared } from './shared-places.js';

interface FrameRow {
  id: string;
  shares: boolean;
  capacity: number | null;
  places_taken: number;
  waiting: number;
  last_waitlist_order: number;
  undrawn: boolean;
}

// The frames with which the places are shared are locked along: a place that one of them frees may be the next of another's.
const LOCK = `
  select id, capacity, places_taken, waiting, last_waitlist_order, method = 'chosen' or (method = 'lottery' and drawn_at is null) as undrawn,
    counted and exists (select from events.shared_places shared where shared.event_id = frame.event_id) as shares
  from events.frame where id = any($1::uuid[] || array(
    select other.id from events.frame asked
    join events.shared_places shared on shared.event_id = asked.event_id
    join events.frame other on other.event_id = asked.event_id and other.counted
    where asked.id = any($1::uuid[]) and asked.counted))
  order by id for no key update`;

/**
 * Locks frames, in id order, and those that share their places; answers the counters of all of them, which stand still from
 * now on. An unknown one is absent. One statement; one more where places are shared.
 */
export async function lockFrames(tx: Tx, frameIds: readonly string[]): Promise<Map<string, Counters>> {
  const frames = await named<FrameRow>(tx, 'events.reserve-lock', LOCK, [frameIds]);
  const counters = new Map(
    frames.map(({ id, capacity, places_taken: placesTaken, waiting, last_waitlist_order: lastWaitlistOrder, undrawn }): [string, Counters] => [id, { capacity, placesTaken, waiting, lastWaitlistOrder, undrawn }]),
  );
  const sharing = frames.flatMap(({ id, shares }) => (shares ? [id] : []));
  if (sharing.length > 0) await withShared(tx, counters, sharing);
  return counters;
}

/** What a change of one application needs: its counters after the lock. */
export async function lockFrame(tx: Tx, frameId: string): Promise<Counters | null> {
  return (await lockFrames(tx, [frameId])).get(frameId) ?? null;
}

/** Frees confirmed or offered places. The frame is locked already by {@link lockFrame}. */
export async function release(tx: Tx, frameId: string, heads: number): Promise<void> {
  await rows(tx, 'update events.frame set places_taken = places_taken - $2 where id = $1', [frameId, heads]);
}

/** Takes one application out of the queue; those behind it keep their order. The frame is locked already. */
export async function leaveQueue(tx: Tx, frameId: string): Promise<void> {
  await rows(tx, 'update events.frame set waiting = waiting - 1 where id = $1', [frameId]);
}

/** Adds one application to the queue, in a place of it that was somebody's already. The frame is locked already. */
export async function joinQueue(tx: Tx, frameId: string): Promise<void> {
  await rows(tx, 'update events.frame set waiting = waiting + 1 where id = $1', [frameId]);
}

/** Takes one application out of a draw that is still to come, or of those who wait for the host's answer. The frame is locked already. */
export async function leaveDraw(tx: Tx, frameId: string, heads: number): Promise<void> {
  await rows(tx, 'update events.frame set entered = entered - $2 where id = $1', [frameId, heads]);
}

/** One application is of more or fewer heads now, among those with places or those that have entered a draw. The CHECK refuses `application.no-place` where more would have one than there are. The frame is locked already. */
export async function resize(tx: Tx, frameId: string, { places, entered }: { places: number; entered: number }): Promise<void> {
  await rows(tx, 'update events.frame set places_taken = places_taken + $2, entered = entered + $3 where id = $1', [frameId, places, entered]);
}

/** Lots were drawn: so many heads have places, so many applications wait. The frame is locked already. */
export async function settleDraw(tx: Tx, drawn: { frameId: string; places: number; waiting: number; lastOrder: number; at: Date }): Promise<void> {
  await rows(tx, 'update events.frame set entered = 0, drawn_at = $5, places_taken = places_taken + $2, waiting = $3, last_waitlist_order = $4 where id = $1', [
    ...[drawn.frameId, drawn.places, drawn.waiting, drawn.lastOrder, drawn.at],
  ]);
}

/** The host answered (or took the answers back, where these are below zero): so many heads have places, so many applications wait, and `heads` in all are not without an answer any more. The CHECK refuses `application.no-place` where more would have one than there are. The frame is locked already. */
export async function settleAnswers(tx: Tx, { frameId, heads, places, waiting, lastOrder }: { frameId: string; heads: number; places: number; waiting: number; lastOrder: number }): Promise<void> {
  await rows(tx, 'update events.frame set entered = entered - $2, places_taken = places_taken + $3, waiting = waiting + $4, last_waitlist_order = $5 where id = $1', [
    ...[frameId, heads, places, waiting, lastOrder],
  ]);
}

/** From the queue to a place, or to the offer of one. The CHECK refuses `application.no-place` if there is none. The frame is locked already. */
export async function moveUp(tx: Tx, frameId: string, heads: number): Promise<void> {
  await rows(tx, 'update events.frame set places_taken = places_taken + $2, waiting = waiting - 1 where id = $1', [frameId, heads]);
}

/** Cancels every active application of an event on the host's behalf, also of whoever was not told yet that they were declined, and empties its frames. */
export async function emptyFrames(tx: Tx, about: { eventId: string; actorPersonId: string; reason: string; at: Date }): Promise<void> {
  await rows(tx, 'select id from events.frame where event_id = $1 order by id for no key update', [about.eventId]);
  const cancelled = await rows<{ id: string; from_status: ApplicationStatus }>(
    tx,
    `update events.application changed set status = 'cancelled_by_host', waitlist_order = null, offer_ends_at = null, host_words = null,
       answered_at = case when answer_told_at is null then null else answered_at end
     from (select id, status from events.application where event_id = $1 and (status in ('confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied')
       or (status = 'declined' and answered_at is not null and answer_told_at is null)) order by id for no key update) before
     where changed.id = before.id returning changed.id, before.status as from_status`,
    [about.eventId],
  );
  await rows(tx, 'update events.frame set places_taken = 0, waiting = 0, entered = 0 where event_id = $1', [about.eventId]);
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
