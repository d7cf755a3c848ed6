import { Injectable } from '@nestjs/common';
import { ApplicationChanges, type Booking } from '@yoriai/events';
import { Clock, Db } from '@yoriai/platform';
import { SeedClock } from './seed-clock.js';
import type { StagedEvent } from './staged-event.js';

/** Neighbours who can't come after all. */
@Injectable()
export class SecondThoughts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly changes: ApplicationChanges,
  ) {}

  /** They telephone today, until the group at the head of the queue can be offered its places. */
  async giveBack({ id, event, players: { host } }: StagedEvent): Promise<void> {
    if (!event.givenBack) return;
    const clock = this.clock as SeedClock;
    clock.set(clock.today);
    const offered = async (): Promise<boolean> => (await this.some(id, 'offered')).length > 0;
    for (const one of await this.some(id, 'confirmed')) {
      if (await offered()) return;
      await this.changes.cancel(host, one, 'お電話で、都合が悪くなったとのことでした。');
    }
  }

  private async some(eventId: string, status: Booking['status']): Promise<string[]> {
    const found = await this.db.alone<{ id: string }>('select id from events.application where event_id = $1 and status = $2 order by created_at, id limit 5', [eventId, status]);
    return found.map(({ id }) => id);
  }
}
