import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { CheckIns, type CheckInRequest } from '@yoriai/attendance';
import { Events } from '@yoriai/events';
import { Clock, Db, newId } from '@yoriai/platform';
import { SeedClock } from './seed-clock.js';

/** Somebody with places. */
export interface Guest {
  applicationId: string;
  heads: number;
}

/** Who comes to an event of the demo ward, and from when on. */
export interface Arrivals {
  opens: Date;
  came: readonly Guest[];
  walkIns: number;
  /** Assignments of those who help. */
  onDuty: readonly string[];
}

/** The reception of an event: one after the other, twenty seconds each, all in one transaction. */
@Injectable()
export class Door {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly checkIns: CheckIns,
  ) {}

  async receive(host: Actor, eventId: string, { opens, came, walkIns, onDuty }: Arrivals): Promise<void> {
    const clock = this.clock as SeedClock;
    await this.db.transaction(async (tx) => {
      const event = await this.events.seen(tx, host, eventId);
      const receive = (who: Pick<CheckInRequest, 'subjectKind' | 'subjectId' | 'heads'>) =>
        this.checkIns.receive(tx, { personId: host.personId, self: false }, event, { ...who, nonce: newId(), deviceTime: clock.now() });
      for (const [index, { applicationId, heads }] of came.entries()) {
        clock.set(new Date(opens.getTime() + index * 20_000));
        await receive({ subjectKind: 'application', subjectId: applicationId, heads });
      }
      clock.set(new Date(opens.getTime() + 15 * 60_000));
      if (walkIns > 0) await receive({ subjectKind: 'walk-in', heads: walkIns });
      for (const subjectId of onDuty) await receive({ subjectKind: 'assignment', subjectId });
    });
  }
}
