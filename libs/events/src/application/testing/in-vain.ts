import { rows } from '@yoriai/platform';
import type { TestApp } from '@yoriai/testing';

/** Somebody in the line of a frame. */
export interface Waiter {
  event: string;
  id: string;
  frame: string;
  need: number;
  order: number;
  fair: boolean;
  room: number;
  free: number;
  shared: boolean;
}

/** Who waits although it is their turn and their frame, and the total of all, have room. Told apart from the rule of the product: by looking at each alone. */
export async function waitInVain(app: TestApp, eventIds: readonly string[]): Promise<Waiter[]> {
  const all = await app.tx((tx) =>
    rows<Waiter>(
      tx,
      `select a.event_id as event, a.id, frame.id as frame, case when a.part_is_fine then 1 else a.heads end as need, a.waitlist_order as order, frame.queue = 'in-order' as fair,
         frame.capacity - frame.places_taken as room, coalesce(shared.places - shared.places_taken, 1000) as free, shared.event_id is not null as shared
       from events.application a join events.frame frame on frame.id = a.frame_id left join events.shared_places shared on shared.event_id = a.event_id
       where a.event_id = any($1::uuid[]) and a.status = 'waitlisted' order by a.waitlist_order`,
      [eventIds],
    ),
  );
  const stops = (earlier: Waiter, who: Waiter): boolean => {
    if (earlier.event !== who.event || earlier.order >= who.order || !earlier.fair) return false;
    if (earlier.frame === who.frame) return true;
    const isFirst = all.find(({ frame }) => frame === earlier.frame) === earlier;
    return who.shared && isFirst && earlier.need <= earlier.room;
  };
  return all.filter((who) => who.need <= Math.min(who.room, who.free) && !all.some((earlier) => stops(earlier, who)));
}
