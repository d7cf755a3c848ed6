import { Injectable } from '@nestjs/common';
import { Events } from '@yoriai/events';
import { Clock, type Tx } from '@yoriai/platform';
import { DutyListRepository, type DutyWish } from './duty-list.repository.js';

/** A day of a duty that somebody can take. */
export interface DutyDate {
  readonly shiftId: string;
  readonly eventSlug: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  readonly free: number;
}

/** One row of 入れる当番: a duty of an event, or the same duty on several days of a series. */
export interface DutyLine {
  readonly eventTitle: string;
  readonly eventKana: string | null;
  readonly eventPlace: string;
  readonly field: string | null;
  readonly duty: string;
  readonly place: string;
  readonly note: string;
  /** How many days are free; `dates` has the first of them, one at least. */
  readonly days: number;
  readonly dates: readonly [DutyDate, ...DutyDate[]];
  /** あと何人: the fewest and the most of any day. */
  readonly least: number;
  readonly most: number;
  /** On which days of the week, 0 is Sunday. */
  readonly weekdays: readonly number[];
}

export interface DutyPage {
  readonly items: readonly DutyLine[];
  /** Rows on all pages. */
  readonly total: number;
  readonly page: number;
}

/** Rows on a page: each is twice as high as one of the list of events. */
export const DUTY_PAGE_SIZE = 25;

/** 入れる当番, as volunteers read it. */
@Injectable()
export class DutyList {
  constructor(
    private readonly clock: Clock,
    private readonly lines: DutyListRepository,
    private readonly events: Events,
  ) {}

  /**
   * The free duties of events that everybody sees, soonest first, without those that collide with the person's own; what comes again
   * on other days of one series at the same hours is one row. A page after the last is the first. `null` asks for somebody without duties.
   */
  async page(tx: Tx, personId: string | null, wish: DutyWish, page: number): Promise<DutyPage> {
    const now = this.clock.now();
    const open = (await this.events.openToAll(tx, await this.lines.wanting(tx, now), now)).filter(({ areaId }) => wish.areaId === undefined || areaId === wish.areaId);
    const asked = { personId, now, wish, events: open.map(({ id, seriesId, placeName }) => ({ id, owner: seriesId ?? id, held: placeName })) };
    const found = await this.lines.page(tx, asked, { skip: (page - 1) * DUTY_PAGE_SIZE, take: DUTY_PAGE_SIZE });
    if (found.length === 0 && page > 1) return this.page(tx, personId, wish, 1);
    const slugs = new Map(open.map(({ id, slug }) => [id, slug]));
    const heads = await this.events.byIds(tx, [...new Set(found.map(({ dates }) => dates[0]!.eventId))]);
    const items = found.map(({ dates, total: _total, ...line }) => {
      const event = heads.get(dates[0]!.eventId);
      const told = dates.map(({ id, eventId, startsAt, endsAt, ...places }) => ({ shiftId: id, eventSlug: slugs.get(eventId)!, startsAt: iso(startsAt), endsAt: iso(endsAt), ...places }));
      return { ...line, eventTitle: event?.title ?? '', eventKana: event?.kana ?? null, eventPlace: event?.placeName ?? '', field: event?.field ?? null, dates: told as [DutyDate, ...DutyDate[]] };
    });
    return { items, total: found[0]?.total ?? 0, page };
  }
}

const iso = (at: string): string => new Date(at).toISOString();
