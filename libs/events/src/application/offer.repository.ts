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
}

const IN_LINE =
  'select id, event_id, frame_id, person_id, heads, companions, part_is_fine as "partIsFine", part_of, waitlist_order, received_at from events.application';

/** SQL of offers. Everything but the list of frames is asked while the frame is locked; counters are in reserve.ts. */
@Injectable()
export class OfferRepository {
  /** Frames with an offer whose time is over, or with free places that somebody waits for. */
  async framesToSee(tx: Tx, now: Date): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select frame_id as id from events.application where status = 'offered' and offer_ends_at <= $1
       union
       select frame.id from events.frame frame join events.event event on event.id = frame.event_id
       where frame.waiting > 0 and (frame.capacity is null or frame.places_taken < frame.capacity) and event.state = 'published' and event.starts_at > $1
       order by id`,
      [now],
    );
    return found.map(({ id }) => id);
  }

  /** The frame's event and order; `unsettled`: somebody who has a place, or is in the queue, by the host's answer was not told yet. */
  async eventOf(tx: Tx, frameId: string): Promise<{ state: EventState; starts_at: Date | null; queue: Queue; unsettled: boolean }> {
    const [found] = await rows<{ state: EventState; starts_at: Date | null; queue: Queue; unsettled: boolean }>(
      tx,
      `select event.state, event.starts_at, frame.queue, frame.method = 'chosen' and exists (select from events.application
         where frame_id = frame.id and answered_at is not null and answer_told_at is null and status in ('confirmed', 'guardian_pending', 'waitlisted')) as unsettled
       from events.frame frame join events.event event on event.id = frame.event_id where frame.id = $1`,
      [frameId],
    );
    return found!;
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
