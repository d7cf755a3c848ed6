import { named, type Tx } from '@yoriai/platform';
import type { Counters } from './application.rules.js';
import { seenByEach } from './shared-places.rules.js';

interface SharedRow {
  id: string;
  event_id: string;
  places: number;
  places_taken: number;
  least: number | null;
}

/** SQL of what must be free for the next of a frame's queue: the first group, or the smallest where whoever fits comes first; of a group of which a part is fine, one place. Not who was let in at the door without a place. */
export const LEAST = `(
    select case when part_is_fine then 1 else heads end from events.application
    where frame_id = frame.id and status = 'waitlisted' and received_at is null
    order by case when frame.queue = 'in-order' then waitlist_order when part_is_fine then 1 else heads end limit 1
  )`;

// A statement of its own, after the lock: it sees everything that was committed while we waited for it.
const SHARED = `
  select frame.id, frame.event_id, shared.places, shared.places_taken, case when frame.waiting > 0 then ${LEAST} end as least
  from events.frame frame join events.shared_places shared on shared.event_id = frame.event_id
  where frame.id = any($1::uuid[]) and frame.counted`;

/** Adds to the counters of locked frames what they share. All frames that share are among them. */
export async function withShared(tx: Tx, frames: Map<string, Counters>, ids: readonly string[]): Promise<void> {
  const found = await named<SharedRow>(tx, 'events.shared-places', SHARED, [ids]);
  for (const { id, event_id: eventId, places, places_taken: taken, least } of found) {
    const frame = frames.get(id);
    if (!frame) continue;
    const lastOrder = Math.max(...found.filter((each) => each.event_id === eventId).map((each) => frames.get(each.id)?.lastWaitlistOrder ?? 0));
    frames.set(id, { ...frame, least, shared: { eventId, places, taken, lastOrder, waitedFor: false } });
  }
  seenByEach(frames);
}
