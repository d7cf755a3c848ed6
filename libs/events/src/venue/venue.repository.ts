import { Injectable } from '@nestjs/common';
import { rows, type DateOnly, type Tx } from '@yoriai/platform';
import { VenueEntity } from './venue.entity.js';

/** A time in places, of an event. */
export interface Asked {
  id: string;
  venues: readonly string[] | null;
  startsAt: Date | null;
  endsAt: Date | null;
}

/** SQL of venues and of who is where. */
@Injectable()
export class VenueRepository {
  all(tx: Tx): Promise<VenueEntity[]> {
    return tx.find(VenueEntity, { order: { kana: 'ASC', name: 'ASC' } });
  }

  lock(tx: Tx, name: string): Promise<VenueEntity | null> {
    return tx.findOne(VenueEntity, { where: { name }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Tx, venue: VenueEntity): Promise<void> {
    await tx.insert(VenueEntity, venue);
  }

  async save(tx: Tx, { name, ...columns }: VenueEntity): Promise<void> {
    await tx.update(VenueEntity, { name }, columns);
  }

  /** Other events that are in, or ask for, one of the places at the same time, by what stands of them; the earliest first. */
  async othersThere(tx: Tx, { id, venues, startsAt, endsAt }: Asked): Promise<string[]> {
    if (!venues?.length || !startsAt || !endsAt) return [];
    const found = await rows<{ id: string }>(
      tx,
      `select id from events.event
       where venues <> '{}' and venues && $1::text[] and id <> $2 and tstzrange(starts_at, ends_at) && tstzrange($3, $4)
         and state not in ('draft', 'returned', 'rejected', 'cancelled')
       order by starts_at, id`,
      [venues, id, startsAt, endsAt],
    );
    return found.map((row) => row.id);
  }

  /** On which of `days` an approved event is in one of its places, if what is asked for on `first` were held at the same hours. */
  async daysTaken(tx: Tx, { id, venues, startsAt, endsAt }: Asked, first: DateOnly, days: readonly DateOnly[]): Promise<Set<DateOnly>> {
    if (!venues?.length || !startsAt || !endsAt) return new Set();
    const found = await rows<{ day: DateOnly }>(
      tx,
      `select day::text from unnest($1::date[]) as asked(day)
       where exists (select from events.venue_use where venue = any($2::text[]) and event_id <> $3
         and during && tstzrange($4::timestamptz + (day - $6::date) * interval '24 hours', $5::timestamptz + (day - $6::date) * interval '24 hours'))`,
      [days, venues, id, startsAt, endsAt, first],
    );
    return new Set(found.map(({ day }) => day));
  }
}
