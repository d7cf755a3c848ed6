import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newId, rows, type Tx } from '@yoriai/platform';
import type { EventHands } from './shift.dto.js';
import { ShiftEntity } from './shift.entity.js';
import type { PlannedShift } from './shift.rules.js';

/** SQL of the shifts. Places are counted in reserve.ts. */
@Injectable()
export class ShiftRepository {
  byId(tx: Tx, id: string): Promise<ShiftEntity | null> {
    return tx.findOneBy(ShiftEntity, { id });
  }

  ofEvent(tx: Tx, eventId: string): Promise<ShiftEntity[]> {
    return tx.find(ShiftEntity, { where: { eventId }, order: { startsAt: 'ASC', sort: 'ASC', id: 'ASC' } });
  }

  ofEvents(tx: Tx, eventIds: readonly string[]): Promise<ShiftEntity[]> {
    return tx.find(ShiftEntity, { where: { eventId: In([...eventIds]) }, order: { startsAt: 'ASC', sort: 'ASC', id: 'ASC' } });
  }

  /** Locked in id order before they are written, like everybody who holds several shifts. */
  async lockOf(tx: Tx, eventId: string): Promise<void> {
    await rows(tx, 'select id from rosters.shift where event_id = $1 order by id for update', [eventId]);
  }

  /**
   * One row per duty of the plan, however often the plan arrives. Words follow the plan; capacity only
   * grows, because lowering it needs a new approval; time stays, because people have said yes to it.
   */
  async upsert(tx: Tx, eventId: string, duties: readonly PlannedShift[], now: Date): Promise<void> {
    await this.lockOf(tx, eventId);
    await this.write(tx, { eventId, duties, now, kept: 'capacity = greatest(known.capacity, excluded.capacity)' });
  }

  /** The plan as it was approved anew: times and capacity too, though never under what is taken; a duty that is gone closes. */
  async follow(tx: Tx, eventId: string, duties: readonly PlannedShift[], now: Date): Promise<void> {
    const kept = `starts_at = excluded.starts_at, ends_at = excluded.ends_at, state = 'open', capacity = greatest(known.places_taken, excluded.capacity)`;
    await this.write(tx, { eventId, duties, now, kept });
    const keys = duties.map((duty) => duty.key);
    await rows(tx, `update rosters.shift set state = 'cancelled', updated_at = $3 where event_id = $1 and state = 'open' and plan_key <> all($2::text[])`, [eventId, keys, now]);
  }

  private async write(tx: Tx, { eventId, duties, now, kept }: { eventId: string; duties: readonly PlannedShift[]; now: Date; kept: string }): Promise<void> {
    await rows(
      tx,
      `insert into rosters.shift as known (id, event_id, plan_key, duty, place, note, sort, starts_at, ends_at, capacity, created_at, updated_at)
       select id, $1, plan_key, duty, place, note, sort - 1, starts_at, ends_at, capacity, $9, $9
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[], $10::int[])
         with ordinality as planned (id, plan_key, duty, place, note, starts_at, ends_at, capacity, sort)
       on conflict (event_id, plan_key) do update set
         duty = excluded.duty, place = excluded.place, note = excluded.note, sort = excluded.sort, updated_at = excluded.updated_at, ${kept}`,
      [
        eventId,
        duties.map(() => newId()),
        duties.map((duty) => duty.key),
        duties.map((duty) => duty.duty),
        duties.map((duty) => duty.place),
        duties.map((duty) => duty.note),
        duties.map((duty) => duty.startsAt),
        duties.map((duty) => duty.endsAt),
        now,
        duties.map((duty) => duty.people),
      ],
    );
  }

  /** Places on the open shifts of each of these events, and those nobody has taken. */
  handsOf(tx: Tx, eventIds: readonly string[]): Promise<EventHands[]> {
    return rows(
      tx,
      `select event_id as "eventId", sum(capacity)::int as wanted, sum(greatest(capacity - places_taken, 0))::int as short
       from rosters.shift where event_id = any($1::uuid[]) and state = 'open' group by event_id`,
      [eventIds],
    );
  }

  /** Free places of these events on open shifts that have not begun; an event without one is missing. */
  freePlaces(tx: Tx, eventIds: readonly string[], now: Date): Promise<{ eventId: string; free: number }[]> {
    const text = `select event_id as "eventId", sum(capacity - places_taken)::int as free from rosters.shift
       where event_id = any($1::uuid[]) and state = 'open' and starts_at > $2 and places_taken < capacity group by event_id`;
    return rows(tx, text, [eventIds, now]);
  }
}
