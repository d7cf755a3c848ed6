import { Injectable } from '@nestjs/common';
import { Db, Outbox, addDays, jstDate, newId, type DateOnly, type Tx } from '@yoriai/platform';
import { EventMoves } from '../event/event-moves.js';
import type { EventEntity } from '../event/event.entity.js';
import { EventRepository } from '../event/event.repository.js';
import { toDate, type EventSnapshot } from '../revision/snapshot.js';
import type { Asked } from '../venue/venue.repository.js';
import { SeriesDateMaker } from './series-date-maker.js';
import { isEmpty, planOf } from './series-plan.rules.js';
import { DAYS_AHEAD } from './repeats.rules.js';
import type { SeriesEntity } from './series.entity.js';
import { SeriesRepository } from './series.repository.js';
import { contentFor } from './series-spread.rules.js';

/** Why an event is gone that was a date of a series and empty. */
const TAKEN_AWAY = 'くりかえしの日程からはずれ、だれも申し込んでいなかったため';

/** Dates made in one transaction: others wait for numbers meanwhile. */
const SLICE = 10;

/** What becomes a series: what was approved of its first date, and by whom. */
export interface SeriesBeginning {
  content: EventSnapshot;
  approvedByRule: string | null;
  submittedBy: string;
  /** People could come to it before it was repeated. */
  wasPublic: boolean;
}

/** The dates of series: events that are made eight weeks ahead, and taken away while they are empty (docs/adr/0032). */
@Injectable()
export class SeriesDates {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly series: SeriesRepository,
    private readonly events: EventRepository,
    private readonly maker: SeriesDateMaker,
    private readonly moves: EventMoves,
  ) {}

  /** The published event becomes the first date of a series; the next ones are made at once. The caller saves the event. */
  async begin(tx: Tx, event: EventEntity, { content, approvedByRule, submittedBy, wasPublic }: SeriesBeginning): Promise<void> {
    if (!content.repeats || !content.startsAt) throw new Error(`Event ${event.id} is not repeated`);
    const now = this.moves.now();
    const first = jstDate(new Date(content.startsAt));
    const series: SeriesEntity = {
      id: newId(),
      organisationId: event.organisationId,
      repeats: content.repeats,
      ...{ startedOn: first, countedFrom: first, ruleFrom: first, templateOn: first },
      template: content,
      ...{ approvedByRule, submittedBy, plannedThrough: null, endedOn: null, endedBy: null, endedAt: null, finishedAt: null, createdAt: now, updatedAt: now },
    };
    await this.series.insert(tx, series);
    Object.assign(event, { seriesId: series.id, seriesDate: first });
    await this.events.save(tx, event);
    // Who helps at an event that was public before is known further right only; it counts as one with people.
    if (wasPublic) await this.series.notePeople(tx, event.id);
    await this.settle(tx, series);
  }

  /** Makes the dates those of the rule, the next ten at once and the others in the next sweeps; the series is locked. Twice is the same as once. */
  async settle(tx: Tx, series: SeriesEntity): Promise<void> {
    const now = this.moves.now();
    const today = jstDate(now);
    const skips = await this.series.skipsOf(tx, series.id);
    const closures = series.repeats.schoolDays ? await this.series.closures(tx) : [];
    const standing = await this.series.datesOf(tx, series.id, now, today);
    const { add, remove } = planOf(series, standing, skips, closures, today);
    await this.takeAway(tx, series, remove);
    const last = series.endedOn ?? addDays(series.repeats.until, 1);
    const plannedThrough = add.length > SLICE ? null : addDays(today, DAYS_AHEAD);
    await this.series.save(tx, { ...series, plannedThrough, finishedAt: last <= today ? now : null, updatedAt: now });
    await this.maker.make(tx, series, await this.withPlace(tx, series, add.slice(0, SLICE)));
  }

  /** The days on which its places are free. The others are left out, and can be put back: no two approved events are in one place. */
  private async withPlace(tx: Tx, series: SeriesEntity, dates: readonly DateOnly[]): Promise<DateOnly[]> {
    if (!series.template.venues?.length) return [...dates];
    const free: DateOnly[] = [];
    for (const date of dates) {
      const meetsItself = free.some((other) => meet(askedOn(series, other), askedOn(series, date)));
      if (!meetsItself && (await this.isFree(tx, series, date))) free.push(date);
      else await this.series.addSkip(tx, { seriesId: series.id, date, skippedBy: null, skippedAt: this.moves.now() });
    }
    return free;
  }

  /** Whether no approved event is in its places on that date. */
  isFree(tx: Tx, series: SeriesEntity, date: DateOnly): Promise<boolean> {
    return this.moves.isFree(tx, askedOn(series, date));
  }

  /** Settles every series whose next eight weeks are not made yet; answers how many. Any number of workers at once. */
  async sweep(now: Date): Promise<number> {
    const through = addDays(jstDate(now), DAYS_AHEAD);
    const failures = new Map<string, unknown>();
    let settled = 0;
    for (let found = true; found; ) {
      let id: string | undefined;
      try {
        found = await this.db.transaction(async (tx) => {
          const series = await this.series.lockUnsettled(tx, through, [...failures.keys()]);
          id = series?.id;
          if (series) await this.settle(tx, series);
          return series !== null;
        });
        if (found) settled += 1;
      } catch (error) {
        if (id === undefined) throw error;
        // One series that fails keeps no other from its dates.
        failures.set(id, error);
      }
    }
    for (const failure of failures.values()) throw failure;
    return settled;
  }

  /**
   * Empty dates leave the Site and the series; their row and history stay, as of everything that was public. Who applies or
   * takes a duty in the same moment was first and is seen under the locks, or comes to what is cancelled.
   */
  private async takeAway(tx: Tx, series: SeriesEntity, dates: readonly DateOnly[]): Promise<void> {
    if (dates.length === 0) return;
    const locked = await this.events.lockDates(tx, series.id, dates);
    await this.events.lockFramesOf(tx, locked.map(({ id }) => id));
    const now = this.moves.now();
    const empty = new Set((await this.series.datesOf(tx, series.id, now, dates[0]!)).filter(isEmpty).map(({ eventId }) => eventId));
    for (const event of locked.filter(({ id }) => empty.has(id))) {
      Object.assign(event, { publicRevision: null, seriesDate: null });
      await this.moves.finish(tx, null, event, 'cancel', { reason: TAKEN_AWAY });
      await this.outbox.add(tx, 'events.event-cancelled', { eventId: event.id });
    }
  }
}

/** Where and when its event of that date is to be; it has no row yet. */
function askedOn({ id, template, templateOn }: SeriesEntity, date: DateOnly): Asked {
  const { venues, startsAt, endsAt } = contentFor(date, { on: templateOn, content: template }, newId);
  return { id, venues, startsAt: toDate(startsAt), endsAt: toDate(endsAt) };
}

/** Whether two dates of a series, which are in the same places, are so at the same time. */
function meet(one: Asked, other: Asked): boolean {
  return one.startsAt! < other.endsAt! && other.startsAt! < one.endsAt!;
}
