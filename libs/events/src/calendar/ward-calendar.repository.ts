import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import type { EventState } from '../event/event.rules.js';

/** An event of a month, as the ward office sees it. */
export interface CalendarRow {
  id: string;
  title: string;
  organisationId: string;
  startsAt: Date;
  endsAt: Date;
  placeName: string | null;
  state: EventState;
}

/** Two events that may be in each other's way, the earlier one first. */
export interface ClashRow {
  kind: 'place' | 'audience';
  one: string;
  other: string;
}

/** What is meant: an event with a place, a time, an area and people whom it is for. */
export interface OnTheDay {
  id: string;
  startsAt: Date;
  endsAt: Date;
  areaId: string | null;
  audience: string | null;
  venues: readonly string[] | null;
  placeName: string | null;
}

const STANDS = `not in ('draft', 'returned', 'rejected', 'cancelled')`;
const DAY = (at: string): string => `((${at}) at time zone 'Asia/Tokyo')::date`;
const COLUMNS = `id, coalesce(title, number) as title, organisation_id as "organisationId", starts_at as "startsAt", ends_at as "endsAt", place_name as "placeName", state`;
/** In one place of the list or in a part of it, or in one of the same name, at the same time. */
const SAME_PLACE = `(coalesce(one.touching && other.venues, false) or coalesce(one.place_name = other.place_name, false)) and one.starts_at < other.ends_at and other.starts_at < one.ends_at`;
/** On one day for the same people of the same area. */
const SAME_PEOPLE = `one.area_id = other.area_id and one.audience = other.audience and ${DAY('one.starts_at')} = ${DAY('other.starts_at')}`;

const CLASHES = `
  with stands as materialized (
    select id, organisation_id, starts_at, ends_at, area_id, audience, venues, place_name from events.event where state ${STANDS} and starts_at >= $1 and starts_at < $2
  ), places as materialized (
    -- A function that is never inlined: once for each place, not for each event.
    select venues, events.touching(venues) as touching from (select distinct venues from stands where venues <> '{}') as named
  ), month as materialized (
    select stands.*, places.touching from stands left join places using (venues)
  ), pairs as (
    select 'place' as kind, one.id as one, other.id as other, one.starts_at from month one
    join month other on (one.starts_at, one.id) < (other.starts_at, other.id) and ${DAY('one.starts_at')} = ${DAY('other.starts_at')} and ${SAME_PLACE}
    union all
    select 'audience', one.id, other.id, one.starts_at from month one
    join month other on (one.starts_at, one.id) < (other.starts_at, other.id) and ${SAME_PEOPLE} and not (${SAME_PLACE})
  )
  select kind, one, other from pairs order by starts_at, kind desc, one, other limit $3`;

/** SQL of the ward's calendar: what was handed in and stands, by what stands of it. */
@Injectable()
export class WardCalendarRepository {
  /** What begins in this time, at most so many. */
  between(tx: Tx, from: Date, to: Date, most: number): Promise<CalendarRow[]> {
    return rows(tx, `select ${COLUMNS} from events.event where state ${STANDS} and starts_at >= $1 and starts_at < $2 order by starts_at, id limit $3`, [from, to, most]);
  }

  /** Pairs of what begins in this time, the soonest first, at most so many. */
  clashesBetween(tx: Tx, from: Date, to: Date, most: number): Promise<ClashRow[]> {
    return rows(tx, CLASHES, [from, to, most]);
  }

  /** What else is on the day of an event: in its place at its time, or in its area for the same people. */
  beside(tx: Tx, { id, startsAt, endsAt, areaId, audience, venues, placeName }: OnTheDay, most: number): Promise<(CalendarRow & { kind: ClashRow['kind'] })[]> {
    return rows(
      tx,
      `with one as (select $2::timestamptz as starts_at, $3::timestamptz as ends_at, $4::uuid as area_id, $5::text as audience, events.touching($6::text[]) as touching, $7::text as place_name)
       select other.id, coalesce(title, number) as title, organisation_id as "organisationId", other.starts_at as "startsAt", other.ends_at as "endsAt", other.place_name as "placeName", state,
         case when ${SAME_PLACE} then 'place' else 'audience' end as kind
       from one join events.event other on state ${STANDS} and other.id <> $1
         and other.starts_at >= ${DAY('one.starts_at')}::timestamp at time zone 'Asia/Tokyo' and other.starts_at < (${DAY('one.starts_at')} + 1)::timestamp at time zone 'Asia/Tokyo'
         and (coalesce(${SAME_PLACE}, false) or coalesce(${SAME_PEOPLE}, false))
       order by kind desc, other.starts_at, other.id limit $8`,
      [id, startsAt, endsAt, areaId, audience, venues, placeName, most],
    );
  }
}
