import { expect } from '@jest/globals';
import { rows } from '@yoriai/platform';
import type { TestApp } from '@yoriai/testing';
import { PublicEvents } from '../../public-event/public-event.service.js';
import { FRAMES, type Row, type Screen } from './at-once.acts.js';
import type { EventCopy } from './event-copies.js';
import { waitInVain } from './in-vain.js';

const idsOf = (copies: readonly EventCopy[]): string[] => copies.map(({ id }) => id);

/** Counters are not their sums, more have places than there are (1), two stand on one place of a line (2), a person is active twice in a frame (3), or somebody comes without the yes that was asked for (6); somebody is active in what was called off (11). */
const BROKEN = `
  with counted as (
    select frame.id, frame.event_id, frame.counted, capacity, places_taken as taken, waiting, entered,
      coalesce(sum(heads) filter (where status in ('confirmed', 'guardian_pending', 'offered')), 0) as held,
      count(*) filter (where status = 'waitlisted') as queued, count(distinct waitlist_order) filter (where status = 'waitlisted') as stands,
      coalesce(sum(heads) filter (where status = 'applied'), 0) as applied,
      count(*) filter (where status = 'confirmed' and consent = 'asked') as uncertain
    from events.frame left join events.application on frame_id = frame.id where frame.event_id = any($1::uuid[]) group by frame.id),
  active as (select * from events.application where event_id = any($1::uuid[]) and status in ('applied', 'waitlisted', 'offered', 'guardian_pending', 'confirmed') and part_of is null)
  select 'counters' as what, event_id, to_jsonb(counted) as row from counted where (taken, waiting, entered) is distinct from (held, queued, applied)
  union all select 'oversold', event_id, to_jsonb(counted) from counted where taken > capacity
  union all select 'line', event_id, to_jsonb(counted) from counted where queued <> stands
  union all select 'no consent', event_id, to_jsonb(counted) from counted where uncertain > 0
  union all select 'total', event_id, to_jsonb(shared) from events.shared_places shared
    where event_id = any($1::uuid[]) and (places_taken > places or places_taken <> (select sum(taken) from counted where counted and event_id = shared.event_id))
  union all select 'twice', event_id, to_jsonb(array_agg(id)) from active where not joined_double group by event_id, frame_id, contact_email having count(*) > 1
  union all select 'called off', event_id, to_jsonb(active) from active where event_id in (select id from events.event where state = 'cancelled')`;

/** Nothing is broken at this moment. */
export async function sound(app: TestApp, copies: readonly EventCopy[]): Promise<void> {
  expect(await app.tx((tx) => rows(tx, BROKEN, [idsOf(copies)]))).toEqual([]);
}

/** Nobody who waits changed their place in the line (2), and who was asked by the order of the line came before all who were waiting then and still are: who was passed over, where the frame says so, has that in their history. */
export async function inOrder(app: TestApp, copies: readonly EventCopy[], before: ReadonlyMap<string, Screen>, after: ReadonlyMap<string, Screen>): Promise<void> {
  const logged = await app.tx((tx) => rows<{ id: string; cause: string }>(tx, 'select application_id as id, cause from events.application_transition where event_id = any($1::uuid[]) and at = $2', [idsOf(copies), app.clock.now()]));
  const had = (cause: string): Set<string> => new Set(logged.filter((each) => each.cause === cause).map(({ id }) => id));
  const [offered, passed] = [had('offer'), had('passed-over')];
  for (const { id: eventId, frames } of copies) {
    const was = new Map(before.get(eventId)!.applications.map((row) => [row.id, row]));
    const waiting = after.get(eventId)!.applications.filter(({ id, status }) => status === 'waitlisted' && was.get(id)?.status === 'waitlisted');
    for (const { id, order, frame } of waiting) {
      expect([id, order]).toEqual([id, was.get(id)!.order]);
      const overtook = [...was.values()].filter((other: Row) => offered.has(other.id) && other.frame === frame && other.order !== null && other.order > order!);
      const mayBePassed = FRAMES[frames.indexOf(frame)]!.queue === 'who-fits' && passed.has(id);
      expect(overtook.length > 0 && !mayBePassed ? [id, overtook] : []).toEqual([]);
    }
  }
}

/** Nobody who waits could come in. */
export async function nobodyWaitsInVain(app: TestApp, copies: readonly EventCopy[]): Promise<void> {
  expect(await waitInVain(app, idsOf(copies))).toEqual([]);
}

/** What the whole history has to come to: who came along is still somebody, a family was parted only where that is fine (3), lots are drawn, letters say a thing once. */
export async function wholeAtTheEnd(app: TestApp, copies: readonly EventCopy[], screens: ReadonlyMap<string, Screen>): Promise<void> {
  for (const { applications } of screens.values()) {
    for (const { root } of applications) {
      const group = applications.filter((each) => each.root === root);
      expect(group.reduce((sum, { named }) => sum + named, 0)).toBe(group.reduce((sum, { heads }) => sum + heads, 0) - 1);
      expect(group.length === 1 || group.every(({ part }) => part)).toBe(true);
    }
  }
  const found = await app.tx((tx) =>
    rows(
      tx,
      `select 'not drawn' as what, application.id::text from events.application join events.frame on frame.id = frame_id where application.event_id = any($1::uuid[]) and status = 'applied' and method = 'lottery' and closes_at < $2
       union all select 'told twice', payload::text from platform.outbox where payload->>'eventId' = any($1::text[])
         and message in ('events.application-waitlisted', 'events.application-drawn', 'events.application-cancelled', 'events.application-expired') group by message, payload having count(*) > 1`,
      [idsOf(copies), app.clock.now()],
    ),
  );
  expect(found).toEqual([]);
}

/** A day that was public and not approved or put off to (10), a yes by who handed in (8), something after the end, or a step without who, why and what (11). */
const UNLAWFUL = `
  with day as (select event_id, number, snapshot->>'startsAt' as starts, lag(snapshot->>'startsAt') over (partition by event_id order by number) as was from events.event_revision where event_id = any($1::uuid[])),
  step as (select * from events.event_transition where event_id = any($1::uuid[]))
  select 'day without a yes' as what, event_id, to_jsonb(day) as row from day where was is not null and starts <> was
    and not exists (select from step where step.event_id = day.event_id and step.revision = day.number and verb in ('approve', 'postpone'))
  union all select 'own yes', subject_id, to_jsonb(decision) from approvals.decision join approvals.approval_case on approval_case.id = case_id where subject_id = any($1::uuid[]) and decision.kind = 'approved' and decided_by = decision.submitted_by
  union all select 'after the end', event_id, to_jsonb(step) from step where from_state in ('cancelled', 'rejected', 'closed')
  union all select 'two ends', event_id, to_jsonb(count(*)) from step where to_state = 'cancelled' group by event_id having count(*) > 1
  union all select 'no actor', event_id, to_jsonb(step) from step where actor_person_id is null and verb not in ('end', 'pass')
  union all select 'no reason', event_id, to_jsonb(step) from step where coalesce(reason, '') = '' and verb in ('cancel', 'postpone', 'reject', 'return')
  union all select 'no revision', event_id, to_jsonb(step) from step where revision is null and verb in ('approve', 'publish', 'postpone')
  union all select 'another day than public', id, to_jsonb(starts_at) from events.event join events.event_revision revision on revision.event_id = event.id and revision.number = public_revision
    where event.id = any($1::uuid[]) and starts_at <> (snapshot->>'startsAt')::timestamptz`;

/** Everything public was approved (9): what the public reads of each event is its public revision, whatever is being written, and nothing of whom to call about it is in there twice. */
export async function lawful(app: TestApp, copies: readonly EventCopy[], screens: ReadonlyMap<string, Screen>): Promise<void> {
  expect(await app.tx((tx) => rows(tx, UNLAWFUL, [idsOf(copies)]))).toEqual([]);
  await app.tx(async (tx) => {
    for (const { id, slug } of copies) {
      const shown = await app.get(PublicEvents).bySlug(tx, slug);
      expect(new Date(shown.startsAt!).getTime()).toBe(screens.get(id)!.startsAt.getTime());
      expect(Object.keys(shown).filter((key) => /contactEmail|change|comment|besideReason|editors/.test(key))).toEqual([]);
    }
  });
}
