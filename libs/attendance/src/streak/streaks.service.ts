import { Injectable } from '@nestjs/common';
import { Applications, Events } from '@yoriai/events';
import { Clock, Db, type Tx } from '@yoriai/platform';
import { StreakRepository } from './streak.repository.js';
import { toldStreak } from './streak.rules.js';

/** Series that a person's page tells about. */
const MOST_SERIES = 10;

/** How often somebody came to a series. */
export interface OwnStreak {
  seriesId: string;
  title: string;
  count: number;
}

/** 連続◯回, worked out from the records of the door each time: nothing of it is kept. */
@Injectable()
export class Streaks {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly streaks: StreakRepository,
    private readonly events: Events,
    private readonly applications: Applications,
  ) {}

  /** Of whoever holds a ticket, in the series of its event; null where there is none to tell. */
  ofTicket(token: string): Promise<number | null> {
    return this.db.read(async (tx) => {
      const booking = await this.applications.byTicket(tx, token);
      const seriesId = booking && !booking.withoutApplicant ? (await this.events.byId(tx, booking.eventId))?.seriesId : null;
      if (!booking || !seriesId) return null;
      const came = await this.streaks.eventsOf(tx, booking.personId);
      return toldStreak((await this.events.begunOf(tx, [seriesId], this.clock.now())).get(seriesId) ?? [], came, this.clock.now());
    });
  }

  /** One's own, the longest first. */
  async ofPerson(tx: Tx, personId: string): Promise<OwnStreak[]> {
    const came = await this.streaks.eventsOf(tx, personId);
    const found = [...(await this.events.byIds(tx, came)).values()].filter(({ seriesId }) => seriesId !== null).sort((a, b) => (b.startsAt?.getTime() ?? 0) - (a.startsAt?.getTime() ?? 0));
    const series = new Map(found.map(({ seriesId, title }) => [seriesId ?? '', title ?? '']).reverse() as [string, string][]);
    const latest = [...series].reverse().slice(0, MOST_SERIES);
    const dates = await this.events.begunOf(tx, latest.map(([seriesId]) => seriesId), this.clock.now());
    const own = latest.flatMap(([seriesId, title]): OwnStreak[] => {
      const count = toldStreak(dates.get(seriesId) ?? [], came, this.clock.now());
      return count === null ? [] : [{ seriesId, title, count }];
    });
    return own.sort((a, b) => b.count - a.count);
  }
}
