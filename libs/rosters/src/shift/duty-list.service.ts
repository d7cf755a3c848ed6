import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { EventCircles, Events } from '@yoriai/events';
import { Clock, Db, type Tx } from '@yoriai/platform';
import type { DutyDate, DutyLine, DutyPage } from './duty-list.dto.js';
import { DutyListRepository, type DutyWish } from './duty-list.repository.js';

/** Rows on a page: each is twice as high as one of the list of events. */
export const DUTY_PAGE_SIZE = 25;

/** 入れる当番, as volunteers read it: the one list of what is free. */
@Injectable()
export class DutyList {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly lines: DutyListRepository,
    private readonly events: Events,
    private readonly circles: EventCircles,
  ) {}

  /** {@link page} without any condition, for the person who asks. */
  forMe(actor: Actor, page: number): Promise<DutyPage> {
    return this.db.read((tx) => this.page(tx, actor, {}, page));
  }

  /**
   * The free duties of events that everybody sees, and of those in whose circle the person is, soonest first, without those that collide
   * with their own; what comes again on other days of one series at the same hours is one row. A page after the last is the first. `null`
   * asks for everybody: somebody without duties, who is in no circle.
   */
  async page(tx: Tx, actor: Actor | null, wish: DutyWish, page: number, take = DUTY_PAGE_SIZE): Promise<DutyPage> {
    const now = this.clock.now();
    const shown = (await this.circles.standingFor(tx, actor, await this.lines.wanting(tx, now))).filter(({ areaId }) => wish.areaId === undefined || areaId === wish.areaId);
    const events = shown.map(({ id, seriesId, visibility, placeName }) => ({ id, owner: `${seriesId ?? id} ${visibility ?? ''}`, held: placeName }));
    const found = await this.lines.page(tx, { personId: actor?.personId ?? null, now, wish, events }, { skip: (page - 1) * take, take });
    if (found.length === 0 && page > 1) return this.page(tx, actor, wish, 1, take);
    const known = new Map(shown.map((event) => [event.id, event]));
    const heads = await this.events.byIds(tx, [...new Set(found.map(({ dates }) => dates[0]!.eventId))]);
    const items = found.map(({ dates, total: _total, ...line }): DutyLine => {
      const [first] = dates;
      const [event, visibility] = [heads.get(first!.eventId), known.get(first!.eventId)!.visibility];
      const told = dates.map(({ id, eventId, startsAt, endsAt, ...places }) => ({ shiftId: id, eventSlug: known.get(eventId)!.slug, startsAt: iso(startsAt), endsAt: iso(endsAt), ...places }));
      const around = { eventTitle: event?.title ?? '', eventKana: event?.kana ?? null, eventPlace: event?.placeName ?? '', field: event?.field ?? null };
      return { ...line, ...around, visibility: visibility === 'invited' ? null : visibility, dates: told as [DutyDate, ...DutyDate[]] };
    });
    return { items, total: found[0]?.total ?? 0, page };
  }
}

const iso = (at: string): string => new Date(at).toISOString();
