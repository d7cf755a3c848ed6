import { Injectable } from '@nestjs/common';
import { Applications, EventPublications, Postponements, StillComing } from '@yoriai/events';
import { Clock, Db, addDays, atJst, jstDate } from '@yoriai/platform';
import { SeedClock } from './seed-clock.js';
import type { StagedEvent } from './staged-event.js';

/** Of those who are asked whether they still come, so many have said yes. */
const ANSWERED = 4;

/** What was decided yesterday evening about the day of an event. */
@Injectable()
export class CallingOff {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly publications: EventPublications,
    private readonly postponements: Postponements,
    private readonly applications: Applications,
    private readonly still: StillComing,
  ) {}

  /** Calls it off, or puts it off by a week, where the table says so. */
  async decide({ id, event, day, players: { host } }: StagedEvent): Promise<void> {
    if (event.state !== 'cancelled' && event.putOff === undefined) return;
    const clock = this.clock as SeedClock;
    const { reason = '', cause = 'other', putOff } = event;
    clock.set(atJst(addDays(jstDate(clock.today), -1), '17:30'));
    if (event.state === 'cancelled') await this.publications.cancel(host, id, reason, cause);
    if (putOff === undefined) return;
    await this.postponements.postpone(host, id, { day: addDays(day, putOff), cause, reason, startsAt: atJst(day, event.from).toISOString() });
    clock.set(clock.today);
    await this.db.transaction(async (tx) => {
      for (const { createdAt: madeAt, ...one } of (await this.applications.comingOf(tx, id)).slice(0, ANSWERED)) await this.still.yes(tx, { eventId: id, kind: 'application', id: one.id, madeAt });
    });
  }
}
