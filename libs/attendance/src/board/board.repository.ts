import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';

/** A duty that lacks people and is not over. */
export interface LackingDuty {
  id: string;
  duty: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  lacking: number;
}

/** SQL of the board: numbers of one event and names of duties, nobody's name. */
@Injectable()
export class BoardRepository {
  /** Heads that are expected, and places where any are limited (a total that frames share counts once, as in the figures of reporting, docs/adr/0055). */
  async expected(tx: Tx, eventId: string): Promise<{ heads: number; places: number | null }> {
    const [found] = await rows<{ heads: number; places: number | null }>(
      tx,
      `select coalesce((select sum(heads) from events.application where event_id = event.id and status = 'confirmed'), 0)::int as heads,
         (select (least(sum(frame.capacity) filter (where frame.counted), event.total_places) + coalesce(sum(frame.capacity) filter (where not frame.counted), 0))::int
          from events.frame where frame.event_id = event.id and frame.kind <> 'volunteer' and frame.capacity is not null) as places
       from events.event where event.id = $1`,
      [eventId],
    );
    return found ?? { heads: 0, places: null };
  }

  /** Duties that still need somebody, the next first. */
  lacking(tx: Tx, eventId: string, now: Date): Promise<LackingDuty[]> {
    return rows(
      tx,
      `select id, duty, place, starts_at as "startsAt", ends_at as "endsAt", capacity - places_taken as lacking from rosters.shift
       where event_id = $1 and state = 'open' and ends_at > $2 and places_taken < capacity order by starts_at, sort, id`,
      [eventId, now],
    );
  }
}
