import { Injectable } from '@nestjs/common';
import type { Tx } from '@yoriai/platform';
import { EventRepository } from '../event/event.repository.js';
import { EventRevisionRepository } from '../revision/event-revision.repository.js';
import { holdsFor } from './consent.rules.js';

/** What an event says, and whether a yes to one of its revisions holds for another. */
@Injectable()
export class ConsentedPlans {
  constructor(
    private readonly events: EventRepository,
    private readonly revisions: EventRevisionRepository,
  ) {}

  /** The revision that is public. */
  async publicOf(tx: Tx, eventId: string): Promise<number> {
    return (await this.events.byId(tx, eventId))?.publicRevision ?? 0;
  }

  async holds(tx: Tx, eventId: string, read: number, now: number): Promise<boolean> {
    if (read === now) return true;
    const [was, is] = [await this.revisions.byNumber(tx, eventId, read), await this.revisions.byNumber(tx, eventId, now)];
    return was !== null && is !== null && holdsFor(was.snapshot, is.snapshot);
  }
}
