import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events, leadsEvent, maySeeInside } from '@yoriai/events';
import { AccessLog, People } from '@yoriai/identity';
import { Clock, Db, refuse } from '@yoriai/platform';
import type { StreakList } from './streak.dto.js';
import { StreakRepository } from './streak.repository.js';
import { toldStreak } from './streak.rules.js';

/** 連続◯回 of everybody who comes to a series, for its host. */
@Injectable()
export class SeriesStreaks {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly streaks: StreakRepository,
    private readonly events: Events,
    private readonly people: People,
    private readonly accessLog: AccessLog,
  ) {}

  /** Who comes again and again, by name (L3), for those who lead the series; each reading is logged. Refuses `series.not-found` (404), `attendance.not-yours` (403). */
  ofSeries(actor: Actor, seriesId: string): Promise<StreakList> {
    return this.db.transaction(async (tx) => {
      const series = await this.events.seriesHost(tx, seriesId);
      if (!series || !maySeeInside(actor, series)) return refuse('series.not-found', { status: 404 });
      if (!leadsEvent(actor, series)) return refuse('attendance.not-yours', { status: 403 });
      const dates = (await this.events.begunOf(tx, [seriesId], this.clock.now())).get(seriesId) ?? [];
      const byPerson = new Map<string, Set<string>>();
      for (const { personId, eventId } of await this.streaks.presentAt(tx, dates.map((date) => date.eventId))) byPerson.set(personId, byPerson.get(personId)?.add(eventId) ?? new Set([eventId]));
      const counted = [...byPerson].map(([personId, came]) => ({ personId, count: toldStreak(dates, [...came], this.clock.now()) }));
      const names = await this.people.summaries(tx, counted.flatMap(({ personId, count }) => (count === null ? [] : [personId])));
      const items = counted.flatMap(({ personId, count }) => {
        const person = names.get(personId);
        return person && count !== null ? [{ name: person.name, kana: person.kana, count }] : [];
      });
      await this.accessLog.add(tx, { actorPersonId: actor.personId, action: 'streaks.read', subject: `series:${seriesId}`, rowCount: items.length });
      return { items: items.sort((a, b) => b.count - a.count || (a.kana < b.kana ? -1 : 1)) };
    });
  }
}
