import type { Channel } from '@yoriai/events';
import { constraintRefusals, named, newId, rows, type Tx } from '@yoriai/platform';
import type { AssignmentStatus } from '../assignment/assignment.entity.js';
import { newNumber } from '../assignment/assignment.number.js';
import type { TakeRefusal } from './shift.rules.js';

constraintRefusals({
  assignment_no_overlap: 'shift.overlaps',
  shift_places_within_capacity: 'shift.full',
  // Two people drew the same six letters in the same event; a second try draws others.
  assignment_number_free: { code: 'platform.busy', status: 503, retryAfter: 1 },
});

/** One person asking for one place. */
export interface PlaceRequest {
  shiftId: string;
  personId: string;
  /** How they came, where a leader entered them; without it they took it themselves. */
  channel?: Exclude<Channel, 'web'>;
  enteredBy?: string;
  /** Whether the host may read their number; without it they may. */
  phoneTold?: boolean;
}

/** What came of a request. */
export type PlaceVerdict =
  { ok: true; assignmentId: string; eventId: string; number: string; request: PlaceRequest } | { ok: false; code: TakeRefusal; request: PlaceRequest };

/** A place that was given back. */
export interface FreedPlace {
  assignmentId: string;
  shiftId: string;
  eventId: string;
  personId: string;
}

/** How and by whom places are given back. */
export interface Release {
  status: Exclude<AssignmentStatus, 'confirmed'>;
  by: string | null;
  reason: string | null;
  at: Date;
}

/*
 * The only file that changes `places_taken`.
 *
 * Places: the shift rows are locked in id order, then the counter is compared and moved in the same
 * statement; the CHECK on the row is the last judge.
 * People: no lock. A person in two overlapping places at once is what the exclusion constraint
 * `assignment_no_overlap` forbids, and `on conflict do nothing` turns it into a verdict instead of an
 * aborted transaction. (It also inserts speculatively: two parallel inserts of one person wait for
 * each other in order instead of deadlocking.) The inserts run in person order, so two batches that
 * hold different shifts and the same people can't wait in a circle.
 * Every row that waits for a lock is read again by PostgreSQL afterwards, so `free` is what is free
 * once it is our turn; the snapshot of the statement is not used for the decision.
 */
const RESERVE = `
  with asked as (
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $6::text[], $7::uuid[], $8::boolean[]) with ordinality
      as asked (shift_id, person_id, assignment_id, number, channel, entered_by, phone_told, ord)
  ), locked as (
    select id, event_id, starts_at, ends_at, state, capacity - places_taken as free
    from rosters.shift where id = any($1::uuid[]) order by id for update
  ), judged as (
    select asked.*, locked.event_id, locked.starts_at, locked.ends_at,
      case when locked.id is null then 'unknown'
           when locked.state <> 'open' then 'cancelled'
           when locked.starts_at <= $5 then 'started'
           when row_number() over (partition by asked.shift_id order by asked.ord) > locked.free then 'full'
           else 'tried' end as turn
    from asked left join locked on locked.id = asked.shift_id
  ), taken as (
    insert into rosters.assignment (id, shift_id, event_id, person_id, during, number, status, taken_at, channel, entered_by, phone_told)
    select assignment_id, shift_id, event_id, person_id, tstzrange(starts_at, ends_at, '[)'), number, 'confirmed', $5, channel, entered_by, phone_told
    from judged where turn = 'tried' order by person_id, ord
    on conflict on constraint assignment_no_overlap do nothing
    returning id, shift_id
  ), counted as (
    update rosters.shift set places_taken = places_taken + places.n, updated_at = $5
    from (select shift_id, count(*)::int as n from taken group by shift_id) as places
    where shift.id = places.shift_id
  )
  select judged.turn, judged.event_id as "eventId", taken.id is not null as taken
  from judged left join taken on taken.id = judged.assignment_id
  order by judged.ord`;

/**
 * Gives places of shifts to people, each at most once, never more than there are: one verdict per
 * request, in the order asked, first come first served. Call it once in a transaction and late, since
 * the shifts stay locked until the commit. `now` decides what has begun.
 */
export async function reserve(tx: Tx, requests: readonly PlaceRequest[], now: Date): Promise<PlaceVerdict[]> {
  const verdicts: PlaceVerdict[] = [];
  let open = requests.map((request, index): OpenRequest => ({ request, index, assignmentId: newId(), number: newNumber() }));
  while (open.length > 0) {
    const turns = await turnsOf(tx, open, now);
    for (const turn of turns.filter((each) => each.taken)) verdicts[turn.index] = taken(turn);
    const refused = turns.filter((turn) => !turn.taken);
    // A place that went to nobody, because that person is busy elsewhere, goes to the next in the list.
    const spare = new Set(refused.filter((turn) => turn.turn === 'tried').map((turn) => turn.request.shiftId));
    const again = refused.filter((turn) => turn.turn === 'full' && spare.has(turn.request.shiftId));
    const final = refused.filter((turn) => !again.includes(turn));
    for (const { turn, code } of await explain(tx, final)) verdicts[turn.index] = { ok: false, code, request: turn.request };
    open = again;
  }
  return verdicts;
}

interface OpenRequest {
  request: PlaceRequest;
  index: number;
  assignmentId: string;
  number: string;
}

interface Turn extends OpenRequest {
  turn: 'unknown' | 'cancelled' | 'started' | 'full' | 'tried';
  eventId: string;
  taken: boolean;
}

const taken = (turn: Turn): PlaceVerdict => ({
  ok: true,
  assignmentId: turn.assignmentId,
  eventId: turn.eventId,
  number: turn.number,
  request: turn.request,
});

async function turnsOf(tx: Tx, open: readonly OpenRequest[], now: Date): Promise<Turn[]> {
  const answers = await named<Pick<Turn, 'turn' | 'eventId' | 'taken'>>(tx, 'rosters.reserve-places', RESERVE, [
    open.map(({ request }) => request.shiftId),
    open.map(({ request }) => request.personId),
    open.map(({ assignmentId }) => assignmentId),
    open.map(({ number }) => number),
    now,
    open.map(({ request }) => request.channel ?? 'web'),
    open.map(({ request }) => request.enteredBy ?? null),
    open.map(({ request }) => request.phoneTold ?? true),
  ]);
  return open.map((request, ord) => ({ ...request, ...answers[ord]! }));
}

/** The reason that helps most: who asks twice hears that they have the place, not that it is full. */
async function explain(tx: Tx, refused: readonly Turn[]): Promise<{ turn: Turn; code: TakeRefusal }[]> {
  if (refused.length === 0) return [];
  const own = await rows<{ personId: string; shiftId: string }>(
    tx,
    `select person_id as "personId", shift_id as "shiftId" from rosters.assignment
     where status = 'confirmed' and person_id = any($1::uuid[]) and shift_id = any($2::uuid[])`,
    [refused.map((turn) => turn.request.personId), refused.map((turn) => turn.request.shiftId)],
  );
  const has = new Set(own.map((row) => `${row.personId} ${row.shiftId}`));
  return refused.map((turn) => ({
    turn,
    code: REASON[has.has(`${turn.request.personId} ${turn.request.shiftId}`) && MINE_FIRST.has(turn.turn) ? 'mine' : turn.turn],
  }));
}

const MINE_FIRST: ReadonlySet<Turn['turn']> = new Set(['full', 'tried', 'started']);

const REASON: Record<Turn['turn'] | 'mine', TakeRefusal> = {
  mine: 'shift.already-taken',
  unknown: 'shift.not-found',
  cancelled: 'shift.event-cancelled',
  started: 'shift.started',
  full: 'shift.full',
  tried: 'shift.overlaps',
};

/**
 * Gives places back and answers those that were really held; an assignment that had ended already is
 * left alone. What ends keeps the words its shift has now, whatever the shift becomes. The shifts are
 * locked first although freeing needs no lock: a person who gives back and takes the same shift at once
 * would otherwise wait in a circle (assignment before shift here, shift before assignment in {@link reserve}).
 */
export async function release(tx: Tx, assignmentIds: readonly string[], how: Release): Promise<FreedPlace[]> {
  await rows(
    tx,
    `select id from rosters.shift where id in (select shift_id from rosters.assignment where id = any($1::uuid[]))
     order by id for update`,
    [assignmentIds],
  );
  const freed = await rows<FreedPlace>(
    tx,
    `update rosters.assignment a set status = $2, ended_at = $3, ended_by = $4, ended_reason = $5, duty = s.duty, place = s.place, note = s.note
     from rosters.shift s where s.id = a.shift_id and a.id = any($1::uuid[]) and a.status = 'confirmed'
     returning a.id as "assignmentId", a.shift_id as "shiftId", a.event_id as "eventId", a.person_id as "personId"`,
    [assignmentIds, how.status, how.at, how.by, how.reason],
  );
  await rows(
    tx,
    `update rosters.shift set places_taken = places_taken - places.n, updated_at = $2
     from (select shift_id, count(*)::int as n from unnest($1::uuid[]) as freed (shift_id) group by shift_id) as places
     where shift.id = places.shift_id`,
    [freed.map((place) => place.shiftId), how.at],
  );
  return freed;
}

/** The event is off: closes its shifts and gives back every place on them. Twice is the same as once. */
export async function releaseEvent(tx: Tx, eventId: string, how: Release): Promise<FreedPlace[]> {
  await rows(tx, 'select id from rosters.shift where event_id = $1 order by id for update', [eventId]);
  await rows(tx, `update rosters.shift set state = 'cancelled', updated_at = $2 where event_id = $1 and state = 'open'`, [eventId, how.at]);
  const held = await rows<{ id: string }>(tx, `select id from rosters.assignment where event_id = $1 and status = 'confirmed'`, [eventId]);
  return release(
    tx,
    held.map((assignment) => assignment.id),
    how,
  );
}
