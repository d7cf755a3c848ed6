import { Injectable } from '@nestjs/common';
import { rows, type DateOnly, type Tx } from '@yoriai/platform';
import type { EventState } from '../event/event.rules.js';
import { SchoolClosureEntity, SeriesEntity, SeriesSkipEntity } from './series.entity.js';
import type { StandingDate } from './series-plan.rules.js';

/** A date of a series with what its list says of it. */
export interface SeriesDateRow extends StandingDate {
  eventId: string;
  slug: string;
  state: EventState;
  startsAt: Date;
  endsAt: Date;
  changeState: string | null;
  placesTaken: number;
  applies: boolean;
}

/** A date of a series that has begun and was public. */
export interface BegunRow {
  seriesId: string;
  eventId: string;
  startsAt: Date;
  endsAt: Date;
  /** Called off. */
  off: boolean;
}

// "ahead": it has not begun, is public, and no change of it is open.
const DATES = `
  select event.id as "eventId", event.slug, event.state, event.starts_at as "startsAt", event.ends_at as "endsAt", event.change_state as "changeState",
    event.series_date::text as date, event.overridden,
    event.state = 'published' and event.change is null and event.starts_at > $2::timestamptz as ahead,
    exists (select from events.application where event_id = event.id) or exists (select from events.event_with_people where event_id = event.id)
      or exists (select from events.stall where event_id = event.id) as people,
    exists (select from events.frame where event_id = event.id and kind <> 'volunteer' and method <> 'open') as applies,
    (select coalesce(sum(places_taken), 0)::int from events.frame where event_id = event.id) as "placesTaken"
  from events.event event
  where event.series_id = $1 and event.series_date >= $3::date
  order by event.series_date`;

/** SQL of series. Who may see one is asked of its organisation, before. */
@Injectable()
export class SeriesRepository {
  byId(tx: Tx, id: string): Promise<SeriesEntity | null> {
    return tx.findOneBy(SeriesEntity, { id });
  }

  /** Locks the series; taken before any of its dates. */
  lock(tx: Tx, id: string): Promise<SeriesEntity | null> {
    return tx.findOne(SeriesEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** One that is to be settled through `day` and is none of `failed`; what others work on is skipped. */
  lockUnsettled(tx: Tx, day: DateOnly, failed: readonly string[]): Promise<SeriesEntity | null> {
    return tx
      .createQueryBuilder(SeriesEntity, 'series')
      .setLock('for_no_key_update')
      .setOnLocked('skip_locked')
      .where('series.finishedAt is null and (series.plannedThrough is null or series.plannedThrough < :day)', { day })
      .andWhere('series.id <> all(:failed::uuid[])', { failed })
      .orderBy('series.id')
      .limit(1)
      .getOne();
  }

  async insert(tx: Tx, series: SeriesEntity): Promise<void> {
    await tx.insert(SeriesEntity, series);
  }

  async save(tx: Tx, series: SeriesEntity): Promise<void> {
    const { id, ...columns } = series;
    await tx.update(SeriesEntity, { id }, columns);
  }

  /** Dates of a series that are public, after one of them: as many as are made ahead. */
  async publicAfter(tx: Tx, seriesId: string, after: Date): Promise<string[]> {
    const found = await rows<{ id: string }>(tx, `select id from events.event where series_id = $1 and state = 'published' and starts_at > $2 order by starts_at limit 60`, [seriesId, after]);
    return found.map(({ id }) => id);
  }

  /** Its dates from a day on, in their order; the same query under the locks of events and frames says who is empty. */
  datesOf(tx: Tx, seriesId: string, now: Date, from: DateOnly): Promise<SeriesDateRow[]> {
    return rows(tx, DATES, [seriesId, now, from]);
  }

  /** The dates that are left out, and who did it: somebody, or nobody since its place was taken. */
  async skipsOf(tx: Tx, seriesId: string): Promise<Map<DateOnly, 'skipped' | 'place-taken'>> {
    return new Map((await tx.findBy(SeriesSkipEntity, { seriesId })).map(({ date, skippedBy }) => [date, skippedBy === null ? 'place-taken' : 'skipped']));
  }

  async addSkip(tx: Tx, skip: SeriesSkipEntity): Promise<void> {
    await tx.createQueryBuilder().insert().into(SeriesSkipEntity).values(skip).orIgnore().execute();
  }

  /** Answers whether it was skipped. */
  async removeSkip(tx: Tx, seriesId: string, date: DateOnly): Promise<boolean> {
    return ((await tx.delete(SeriesSkipEntity, { seriesId, date })).affected ?? 0) > 0;
  }

  closures(tx: Tx): Promise<SchoolClosureEntity[]> {
    return tx.find(SchoolClosureEntity, { order: { startsOn: 'ASC', name: 'ASC' } });
  }

  async addClosure(tx: Tx, closure: SchoolClosureEntity): Promise<void> {
    await tx.insert(SchoolClosureEntity, closure);
  }

  /** Answers whether there was one. */
  async removeClosure(tx: Tx, id: string): Promise<boolean> {
    return ((await tx.delete(SchoolClosureEntity, { id })).affected ?? 0) > 0;
  }

  /** The days of school have changed: what goes by them is settled again. */
  async unsettleSchoolDays(tx: Tx): Promise<void> {
    await rows(tx, `update events.series set planned_through = null where finished_at is null and (repeats->>'schoolDays')::boolean`, []);
  }

  /** Dates that have begun and were public, the newest of each series first, two years of weeks at most. */
  begunOf(tx: Tx, seriesIds: readonly string[], now: Date): Promise<BegunRow[]> {
    return rows(
      tx,
      `select series.id as "seriesId", date.* from unnest($1::uuid[]) series (id) cross join lateral (
         select id as "eventId", starts_at as "startsAt", coalesce(ends_at, starts_at) as "endsAt", state = 'cancelled' as off from events.event
         where series_id = series.id and public_revision is not null and starts_at <= $2 order by starts_at desc limit 104) date
       order by date."startsAt" desc`,
      [seriesIds, now],
    );
  }

  /** From now on the event counts as one with people, whatever becomes of them. */
  async notePeople(tx: Tx, eventId: string): Promise<void> {
    await rows(tx, 'insert into events.event_with_people (event_id) values ($1) on conflict do nothing', [eventId]);
  }
}
