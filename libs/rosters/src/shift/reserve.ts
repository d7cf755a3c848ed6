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
}

/** What came of a request. */
export type PlaceVerdict =
  | { ok: true; assignmentId: string; eventId: string; number: string; request: PlaceRequest }
  | { ok: false; code: TakeRefusal; request: PlaceRequest };

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
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) with ordinality
      as asked (shift_id, person_id, assignment_id, number, ord)
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
    insert into rosters.assignment (id, shift_id, event_id, person_id, during, number, status, taken_at)
    select assignment_id, shift_id, event_id, person_id, tstzrange(starts_at, ends_at, '[)'), number, 'confirmed', $5
    from judged where turn = 'tried' order by person_id, ord
    on conflict on constraint assignment_no_overlap do nothing
    returning id, shift_id
  ), counted as (
    update rosters.shift set places_taken = places_taken + places.n, updated_at = $5
    from (select shift_id, count(*)::int as n from taken group by shift_id) as places
    where shift.id = places.shift_id
  )
  select judged.ord::int - 1 as index, judged.turn, judged.event_id, taken.id is not null as taken
  from judged left join taken on taken.id = judged.assignment_id
  order by judged.ord`;

interface Turn {
  index: number;
  turn: 'unknown' | 'cancelled' | 'started' | 'full' | 'tried';
  event_id: string | null;
  taken: boolean;
}

interface OpenRequest extends PlaceRequest {
  index: number;
  assignmentId: string;
  number: string;
}

/**
 * Gives places of shifts to people, each at most once, never more than there are: one verdict per
 * request, in the order asked, first come first served. Call it once in a transaction and late, since
 * the shifts stay locked until the commit. `now` decides what has begun.
 */
export async function reserve(tx: Tx, requests: readonly PlaceRequest[], now: Date): Promise<PlaceVerdict[]> {
  const verdicts = new Map<number, PlaceVerdict>();
  let open = requests.map((request, index): OpenRequest => ({ ...request, index, assignmentId: newId(), number: newNumber() }));
  while (open.length > 0) {
    const turns = await turnsOf(tx, open, now);
    const left = await settle(tx, open, turns, verdicts);
    // A place that went to nobody, because the person was busy elsewhere, goes to the next in the same list.
    const freed = new Set(left.filter((request) => request.turn === 'tried').map((request) => request.shiftId));
    const next = left.filter((request) => request.turn === 'full' && freed.has(request.shiftId));
    await explain(tx, left.filter((request) => !next.includes(request)), requests, verdicts);
    open = next;
  }
  return requests.map((_, index) => verdicts.get(index)!);
}

async function turnsOf(tx: Tx, open: readonly OpenRequest[], now: Date): Promise<Turn[]> {
  return named<Turn>(tx, 'rosters.reserve-places', RESERVE, [
    open.map((request) => request.shiftId),
    open.map((request) => request.personId),
    open.map((request) => request.assignmentId),
    open.map((request) => request.number),
    now,
  ]);
}

type Refused = OpenRequest & { turn: Turn['turn'] };
