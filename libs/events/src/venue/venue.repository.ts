import { Injectable } from '@nestjs/common';
import { rows, type DateOnly, type Tx } from '@yoriai/platform';
import { In } from 'typeorm';
import type { RainDate } from '../weather/rain-date.rules.js';
import { VenueEntity, type Refuge } from './venue.entity.js';

/** A place of refuge as everybody may know it. */
export type RefugePlace = Pick<VenueEntity, 'name' | 'kana' | 'areaId' | 'address' | 'capacity' | 'unfitFor' | 'note'> & { refuge: Refuge };

/** A time in places, of an event. */
export interface Asked {
  id: string;
  venues: readonly string[] | null;
  startsAt: Date | null;
  endsAt: Date | null;
}

/** Another event in one of the places, or in what is a part of one or has one as a part. */
export interface Meeting {
  id: string;
  venues: string[];
}

/** Another event that would be in a place at the same time if it rained. */
export interface RainMeeting {
  id: string;
  venues: string[];
  startsAt: Date;
  endsAt: Date;
  /** It is the other's rain date. */
  theirs: boolean;
}

const STANDS = `state not in ('draft', 'returned', 'rejected', 'cancelled')`;
/** Where and when others are for certain, to be held against a rain date; and where they would be in the rain, to be held against both. ISO texts in UTC sort like instants. */
const IN_RAIN = `
  with mine as (select mine, events.touching(venues) as venues, "from", "to" from jsonb_to_recordset($1::jsonb) as each(mine boolean, venues text[], "from" text, "to" text))
  select other.id, other.starts_at as "startsAt", other.ends_at as "endsAt", false as theirs, array(select unnest(other.venues) intersect select unnest(mine.venues)) as venues
  from mine join events.event other on mine.mine and other.venues <> '{}' and other.venues && mine.venues and tstzrange(other.starts_at, other.ends_at) && tstzrange(mine.from::timestamptz, mine.to::timestamptz)
  where other.id <> $2 and other.${STANDS}
  union all
  select other.id, (other.rain_date ->> 'startsAt')::timestamptz, (other.rain_date ->> 'endsAt')::timestamptz, true,
    array(select unnest(case when other.rain_date ->> 'placeName' is null then other.venues else array[other.rain_date ->> 'placeName'] end) intersect select unnest(mine.venues))
  from mine join events.event other on other.rain_date is not null and other.rain_date ->> 'startsAt' < mine.to and other.rain_date ->> 'endsAt' > mine.from
    and case when other.rain_date ->> 'placeName' is null then coalesce(other.venues, '{}') else array[other.rain_date ->> 'placeName'] end && mine.venues
  where other.id <> $2 and other.${STANDS}
  order by 2, 1`;

/** SQL of venues and of who is where. */
@Injectable()
export class VenueRepository {
  all(tx: Tx): Promise<VenueEntity[]> {
    return tx.find(VenueEntity, { order: { kana: 'ASC', name: 'ASC' } });
  }

  /** Those that are places of refuge, in kana order. */
  refuges(tx: Tx): Promise<RefugePlace[]> {
    return rows(tx, `select name, kana, area_id as "areaId", address, capacity, unfit_for as "unfitFor", refuge, note from events.venue where refuge is not null order by kana, name`);
  }

  /** Locks places in one order, so that two who change them do not wait for each other. */
  async lock(tx: Tx, names: readonly string[]): Promise<Map<string, VenueEntity>> {
    const found = await tx.find(VenueEntity, { where: { name: In([...names]) }, order: { name: 'ASC' }, lock: { mode: 'pessimistic_write' } });
    return new Map(found.map((each) => [each.name, each]));
  }

  /** Of which place it is a part now; null: of none, or it is unknown. */
  async wholeOf(tx: Tx, name: string): Promise<string | null> {
    return (await tx.findOneBy(VenueEntity, { name }))?.partOf ?? null;
  }

  /** Whether anything is a part of it. */
  hasParts(tx: Tx, name: string): Promise<boolean> {
    return tx.existsBy(VenueEntity, { partOf: name });
  }

  /** Whether approved events would meet in a place if it were a part of another, where nobody let them be there together. What is over met nobody: it was another place then. */
  async wouldMeet(tx: Tx, name: string, partOf: string): Promise<boolean> {
    const found = await rows(
      tx,
      `select from events.venue_use one join events.venue_use other on other.venue = $2 and other.event_id <> one.event_id and other.during && one.during and not other.beside
       join events.event here on here.id = one.event_id join events.event there on there.id = other.event_id
       where one.venue = $1 and not one.beside and here.state not in ('awaiting-report', 'reported', 'closed') and there.state not in ('awaiting-report', 'reported', 'closed') limit 1`,
      [name, partOf],
    );
    return found.length > 0;
  }

  async insert(tx: Tx, venue: VenueEntity): Promise<void> {
    await tx.insert(VenueEntity, venue);
  }

  async save(tx: Tx, { name, ...columns }: VenueEntity): Promise<void> {
    await tx.update(VenueEntity, { name }, columns);
  }

  /** Other events that are in, or ask for, one of the places at the same time, by what stands of them; the earliest first. */
  async othersThere(tx: Tx, { id, venues, startsAt, endsAt }: Asked): Promise<Meeting[]> {
    if (!venues?.length || !startsAt || !endsAt) return [];
    return rows<Meeting>(
      tx,
      `select id, array(select unnest(venues) intersect select unnest(events.touching($1::text[]))) as venues from events.event
       where venues <> '{}' and venues && events.touching($1::text[]) and id <> $2 and tstzrange(starts_at, ends_at) && tstzrange($3, $4)
         and state not in ('draft', 'returned', 'rejected', 'cancelled')
       order by starts_at, id`,
      [venues, id, startsAt, endsAt],
    );
  }

  /** Others with which one of the two would share a place at the same time if it rained: by a rain date of this event, of the other, or of both. */
  async othersInRain(tx: Tx, { id, venues, startsAt, endsAt, rainDate }: Asked & { rainDate: RainDate | null }): Promise<RainMeeting[]> {
    const mine = [
      ...(venues?.length && startsAt && endsAt ? [{ mine: false, venues, from: startsAt.toISOString(), to: endsAt.toISOString() }] : []),
      ...(rainDate ? [{ mine: true, venues: rainDate.placeName ? [rainDate.placeName] : (venues ?? []), from: rainDate.startsAt, to: rainDate.endsAt }] : []),
    ].filter((each) => each.venues.length > 0);
    if (mine.length === 0) return [];
    return rows(tx, IN_RAIN, [JSON.stringify(mine), id]);
  }

  /** On which of `days` an approved event is in one of its places, if what is asked for on `first` were held at the same hours. */
  async daysTaken(tx: Tx, { id, venues, startsAt, endsAt }: Asked, first: DateOnly, days: readonly DateOnly[]): Promise<Set<DateOnly>> {
    if (!venues?.length || !startsAt || !endsAt) return new Set();
    const found = await rows<{ day: DateOnly }>(
      tx,
      `select day::text from unnest($1::date[]) as asked(day)
       where exists (select from events.venue_use where venue = any(events.with_parts($2::text[])) and event_id <> $3
         and during && tstzrange($4::timestamptz + (day - $6::date) * interval '24 hours', $5::timestamptz + (day - $6::date) * interval '24 hours'))`,
      [days, venues, id, startsAt, endsAt, first],
    );
    return new Set(found.map(({ day }) => day));
  }
}
