import { rows, type Tx } from '@yoriai/platform';
import { inOrder } from './offer.repository.js';

/** SQL of what a frame shares with others: places and how many are taken; null where it shares nothing. */
export const SHARED = `case when shared.event_id is not null then json_build_object('places', shared.places, 'taken', shared.places_taken) end`;

/** SQL of the places that nobody has: of the frame, and of what it shares. */
export const FREE = 'least(frame.capacity - frame.places_taken, shared.places - shared.places_taken)';

const fits = (who: string): string => `(${who}.heads <= line.capacity - line.places_taken or (${who}.part_is_fine and line.places_taken < line.capacity))`;

// Of each frame's queue who may keep those of the others waiting (see nextOfAll): where it is served in order the first of it, if their own frame has room; else the first who fits now.
const FIRSTS = `
  select line.event_id, line.id as frame_id, first.id, first.waitlist_order, first.created_at
  from events.frame line join events.shared_places shared on shared.event_id = line.event_id
  cross join lateral (
    select earlier.* from events.application earlier
    where earlier.frame_id = line.id and earlier.status = 'waitlisted' and earlier.received_at is null
      and (line.queue = 'in-order' or (${fits('earlier')}
        and (earlier.heads <= shared.places - shared.places_taken or (earlier.part_is_fine and shared.places_taken < shared.places))))
    order by earlier.waitlist_order limit 1
  ) first
  where line.event_id = any($1::uuid[]) and line.counted and ${fits('first')}`;

/** Somebody in a queue, of whom is known whether anybody of their own frame is `next` before them. */
interface InQueue {
  id: string;
  event_id: string;
  frame_id: string;
  waitlist_order: number | null;
  created_at: Date;
  shared: object | null;
  next: boolean;
}

/** The same, and whoever comes after somebody of another frame with which theirs shares its places is not next. One statement for any number, none where nothing is shared. */
export async function nextTogether<Row extends InQueue>(tx: Tx, found: readonly Row[]): Promise<Row[]> {
  const events = new Set(found.flatMap((row) => (row.next && row.shared ? [row.event_id] : [])));
  const firsts = events.size === 0 ? [] : await rows<Omit<InQueue, 'shared' | 'next'>>(tx, FIRSTS, [[...events]]);
  const isBehind = (row: Row): boolean => firsts.some((first) => first.event_id === row.event_id && first.frame_id !== row.frame_id && inOrder(first, row) < 0);
  return found.map((row) => (row.next && row.shared && isBehind(row) ? { ...row, next: false } : row));
}
