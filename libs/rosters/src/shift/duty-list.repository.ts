import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';

/** What the free duties are narrowed to. `says`, `saysNot`: patterns of PostgreSQL, against the words of the duty in one width. */
export interface DutyWish {
  readonly from?: Date;
  readonly to?: Date;
  readonly areaId?: string;
  readonly says?: string;
  readonly saysNot?: string;
}

/** One row of the list as the database tells it: a duty that comes again, and its days. */
export interface DutyLineRow {
  duty: string;
  place: string;
  note: string;
  days: number;
  least: number;
  most: number;
  /** 0 is Sunday. */
  weekdays: number[];
  dates: { id: string; eventId: string; startsAt: string; endsAt: string; capacity: number; free: number }[];
  total: number;
}

/** Days that a row tells one by one; of more it tells how many. */
export const MOST_DATES = 31;

/**
 * Open shifts with a free place that don't collide with what the person ($1) has, after `$2`, of the events `$3`; `$4` names what
 * each of them belongs to: its series, or itself, and whom it is shown to; `$11` where it is held. Gathered where somebody does the same, there, at the same hours of another day; two of
 * one day stay two rows. Soonest first by the next day.
 */
export const DUTY_LINES = `
  with open as (
    select shift.*, listed.owner, coalesce(nullif(place, ''), listed.held, '') as where_at, capacity - places_taken as free, (starts_at at time zone 'Asia/Tokyo')::time as begins, ends_at - starts_at as lasts,
      row_number() over (partition by listed.owner, duty, coalesce(nullif(place, ''), listed.held, ''), starts_at, ends_at order by sort, shift.id) as twin
    from rosters.shift join unnest($3::uuid[], $4::text[], $11::text[]) as listed (id, owner, held) on listed.id = shift.event_id
    where state = 'open' and starts_at > $2 and places_taken < capacity
      and ($5::timestamptz is null or starts_at >= $5) and ($6::timestamptz is null or starts_at < $6)
      and ($7::text is null or normalize(duty, NFKC) ~ $7) and ($8::text is null or normalize(duty, NFKC) !~ $8)
      and not exists (
        select 1 from rosters.assignment own
        where own.person_id = $1 and own.status = 'confirmed'
          and own.during && tstzrange(shift.starts_at, shift.ends_at, '[)'))
  ), counted as (
    select open.*, row_number() over (partition by owner, duty, where_at, begins, lasts, twin order by starts_at, sort, id) as nth from open
  )
  select duty, (array_agg(place order by nth))[1] as place, (array_agg(note order by nth))[1] as note, count(*)::int as days, min(free)::int as least, max(free)::int as most,
    array_agg(distinct extract(dow from starts_at at time zone 'Asia/Tokyo')::int) as weekdays,
    json_agg(json_build_object('id', id, 'eventId', event_id, 'startsAt', starts_at, 'endsAt', ends_at, 'capacity', capacity, 'free', free) order by nth)
      filter (where nth <= ${MOST_DATES}) as dates,
    (count(*) over ())::int as total
  from counted
  group by owner, duty, where_at, begins, lasts, twin
  order by min(starts_at), (array_agg(sort order by nth))[1], (array_agg(id order by nth))[1] offset $9 limit $10`;

/** Events with a free place on an open shift after `$1`. */
export const WANTING = `select distinct event_id as id from rosters.shift where state = 'open' and starts_at > $1 and places_taken < capacity`;

/** The list of free duties. */
@Injectable()
export class DutyListRepository {
  /** Events with a free place on an open shift ahead: few beside all that the ward has published. */
  async wanting(tx: Tx, now: Date): Promise<string[]> {
    const found = await rows<{ id: string }>(tx, WANTING, [now]);
    return found.map(({ id }) => id);
  }

  /** One page of rows; `events`: those that the person may see, with what each belongs to and where it is held. */
  async page(tx: Tx, asked: { personId: string | null; now: Date; events: readonly { id: string; owner: string; held: string | null }[]; wish: DutyWish }, { skip, take }: { skip: number; take: number }): Promise<DutyLineRow[]> {
    const { personId, now, events, wish } = asked;
    const ids = [events.map(({ id }) => id), events.map(({ owner }) => owner)];
    return rows<DutyLineRow>(tx, DUTY_LINES, [personId, now, ...ids, wish.from ?? null, wish.to ?? null, wish.says ?? null, wish.saysNot ?? null, skip, take, events.map(({ held }) => held)]);
  }
}
