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
  venues: string[];
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
const COLUMNS = `id, coalesce(title, number) as title, organisation_id as "organisationId", starts_at as "startsAt", ends_at as "endsAt", place_name as "placeName", coalesce(venues, '{}') as venues, state`;
/** The night until this hour belongs to the day before, as on every calendar (`heldDays` of libs/ui). */
const NIGHT = `interval '5 hours'`;
const first = (event: string): string => DAY(`${event}.starts_at`);
const last = (event: string): string => `greatest(${first(event)}, ${DAY(`${event}.ends_at - ${NIGHT}`)})`;
/** On a day between two midnights of Japan; the range is in the index `event_lasting`. */
const LASTS = `tstzrange(event.starts_at, event.ends_at) && tstzrange($1, $2) and (event.starts_at >= $1 or event.ends_at >= $1::timestamptz + ${NIGHT})`;
/** In one place of the list or in a part of it, or in one of the same name, at the same time. */
const SAME_PLACE = `(coalesce(one.touching && other.venues, false) or coalesce(one.place_name = other.place_name, false)) and one.starts_at < other.ends_at and other.starts_at < one.ends_at`;
/** For the same people of the same area. */
const SAME_PEOPLE = `one.area_id = other.area_id and one.audience = other.audience`;

export const OF_MONTH = `select ${COLUMNS} from events.event event where state ${STANDS} and ${LASTS} order by starts_at, id limit $3`;

/** Each pair is found once: on the day on which the later one begins, or on which the time asked for does. */
export const CLASHES = `
  with stands as materialized (
    select id, starts_at, ends_at, area_id, audience, venues, place_name, greatest(${first('event')}, ${DAY('$1::timestamptz')}) as first_day, ${last('event')} as last_day
    from events.event event where state ${STANDS} and ${LASTS}
  ), places as materialized (
    -- A function that is never inlined: once for each place, not for each event.
    select venues, events.touching(venues) as touching from (select distinct venues from stands where venues <> '{}') as named
  ), month as materialized (
    select stands.*, places.touching from stands left join places using (venues)
  ), held as materialized (
    -- Every day of each, the night after the last one too: in one place it counts.
    select month.*, first_day + nth as day from month, generate_series(0, least(${DAY('ends_at')}, ${DAY('$2::timestamptz')}) - first_day) as nth
  ), pairs as (
    select 'place' as kind, one.id as one, other.id as other, one.starts_at from held one
    join month other on one.day = other.first_day and (one.starts_at, one.id) < (other.starts_at, other.id) and ${SAME_PLACE}
    union all
    select 'audience', one.id, other.id, one.starts_at from held one
    join month other on one.day = other.first_day and one.day <= one.last_day and (one.starts_at, one.id) < (other.starts_at, other.id) and ${SAME_PEOPLE} and not (${SAME_PLACE})
  )
  select kind, one, other from pairs order by starts_at, kind desc, one, other limit $3`;

const BESIDE = `
  with one as (select $2::timestamptz as starts_at, $3::timestamptz as ends_at, $4::uuid as area_id, $5::text as audience, events.touching($6::text[]) as touching, $7::text as place_name)
  select other.id, coalesce(title, number) as title, organisation_id as "organisationId", other.starts_at as "startsAt", other.ends_at as "endsAt", other.place_name as "placeName", coalesce(other.venues, '{}') as venues, state,
    case when ${SAME_PLACE} then 'place' else 'audience' end as kind
  from one join events.event other on state ${STANDS} and other.id <> $1
    and tstzrange(other.starts_at, other.ends_at) && tstzrange(${first('one')}::timestamp at time zone 'Asia/Tokyo', (${DAY('one.ends_at')} + 1)::timestamp at time zone 'Asia/Tokyo')
    and (coalesce(${SAME_PLACE}, false) or coalesce(${SAME_PEOPLE} and ${first('one')} <= ${last('other')} and ${first('other')} <= ${last('one')}, false))
  order by kind desc, other.starts_at, other.id limit $8`;

/** SQL of the ward's calendar: what was handed in and stands, by what stands of it. */
@Injectable()
export class WardCalendarRepository {
  /** What is on any day of this time, from midnight to midnight, at most so many: what began before and goes on too. */
  between(tx: Tx, from: Date, to: Date, most: number): Promise<CalendarRow[]> {
    return rows(tx, OF_MONTH, [from, to, most]);
  }

  /** Pairs of what is on in this time and shares a day, each once, the soonest first, at most so many. */
  clashesBetween(tx: Tx, from: Date, to: Date, most: number): Promise<ClashRow[]> {
    return rows(tx, CLASHES, [from, to, most]);
  }

  /** What else is on any day of an event: in its place at its time, or in its area for the same people. */
  beside(tx: Tx, { id, startsAt, endsAt, areaId, audience, venues, placeName }: OnTheDay, most: number): Promise<(CalendarRow & { kind: ClashRow['kind'] })[]> {
    return rows(tx, BESIDE, [id, startsAt, endsAt, areaId, audience, venues, placeName, most]);
  }
}
