import { Injectable } from '@nestjs/common';
import { Db, Outbox } from '@yoriai/platform';
import { EventMoves } from './event-moves.js';
import { EventRepository } from './event.repository.js';

/** Events ended in one transaction of the sweep. */
const SLICE = 100;

/** The clock's part in an event's life: when its end has passed it waits for the report. */
@Injectable()
export class EventEnds {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly moves: EventMoves,
    private readonly events: EventRepository,
  ) {}

  /** Ends every published event whose end is not after `now`; answers how many. Twice is the same as once. */
  async sweep(now: Date): Promise<number> {
    for (let ended = 0; ; ) {
      const count = await this.db.transaction(async (tx) => {
        const over = await this.events.lockEnded(tx, now, SLICE);
        for (const event of over) {
          await this.moves.finish(tx, null, event, 'end');
          await this.outbox.add(tx, 'events.event-ended', { eventId: event.id });
        }
        return over.length;
      });
      ended += count;
      if (count < SLICE) return ended;
    }
  }
}
