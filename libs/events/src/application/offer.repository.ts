import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import type { EventState } from '../event/event.rules.js';
import type { Queue } from '../frame/frame.entity.js';
import type { Group } from './parting.js';

/** Somebody in the queue, or with an offer. */
export interface InLine extends Group {
  partIsFine: boolean;
  /** They are there already; nobody takes their place away. */
  received_at: Date | null;
  created_at: Date;
}

/** A frame as its queue depends on it. */
export interface LinePlan {
  state: EventState;
  starts_at: Date | null;
  queue: Queue;
  /** Somebody who has a place, or is in the queue, by the host's answer was not told yet. */
  unsettled: boolean;
}

type Placed = Pick<InLine, 'waitlist_order' | 'created_at' | 'id'>;

/** The order over several queues: as they joined; orders are given over all of them while places are shared, and of two that are older the earlier application comes first. */
export const inOrder = (a: Placed, b: Placed): number =>
  a.waitlist_order! - b.waitlist_order! || a.created_at.getTime() - b.created_at.getTime() || (a.id < b.id ? -1 : 1);

const IN_LINE =
  'select id, event_id, frame_id, person_id, heads, companions, part_is_fine as "partIsFine", part_of, waitlist_order, received_at, created_at from events.application';

/** SQL of offers. Everything but the list of frames is asked while the frame is locked; counters are in reserve.ts. */
@Injectable()
export class OfferRepository {
  /** Frames with an offer whose time is over, or with free places that somebody waits for; of those that share places one, for it is all of them that are filled. */
  async framesToSee(tx: Tx, now: Date): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select frame_id as id from events.application where status = 'offered' and offer_ends_at <= $1
       union
       (select distinct on (coalesce(shared.event_id, frame.id)) frame.id from events.frame frame join events.event event on event.id = frame.event_id
       left join events.shared_places shared on shared.event_id = event.id and frame.counted
       where frame.waiting > 0 and (frame.capacity is null or frame.places_taken < frame.capacity) and event.state = 'published' and event.starts_at > $1
         and (shared.event_id is null or shared.places_taken < shared.places)
       order by coalesce(shared.event_id, frame.id), frame.id)
       order by id`,
      [now],
    );
    return found.map(({ id }) => id);
  }

  /** What the queues of these frames depend on, by frame. */
  async plansOf(tx: Tx, frameIds: readonly string[]): Promise<Map<string, LinePlan>> {
    const found = await rows<LinePlan & { id: string }>(
      tx,
      `select frame.id, event.state, event.starts_at, frame.queue, frame.method = 'chosen' and exists (select from events.application
         where frame_id = frame.id and answered_at is not null and answer_told_at is null and status in ('confirmed', 'guardian_pending', 'waitlisted')) as unsettled
       from events.frame frame join events.event event on event.id = frame.event_id where frame.id = any($1::uuid[])`,
      [frameIds],
    );
    return new Map(found.map((row) => [row.id, row]));
  }

  /** The head of the queue, at most so many; not those who were let in at the door without a place. */
  queue(tx: Tx, frameId: string, most: number): Promise<InLine[]> {
    return rows<InLine>(tx, `${IN_LINE} where frame_id = $1 and status = 'waitlisted' and received_at is null order by waitlist_order limit $2`, [frameId, most]);
  }

  over(tx: Tx, frameId: string, now: Date): Promise<InLine[]> {
    return rows<InLine>(tx, `${IN_LINE} where frame_id = $1 and status = 'offered' and offer_ends_at <= $2 order by offer_ends_at, id`, [frameId, now]);
  }

  async offer(tx: Tx, id: string, until: Date): Promise<void> {
    await rows(tx, "update events.application set status = 'offered', waitlist_order = null, offer_ends_at = $2 where id = $1", [id, until]);
  }
}
