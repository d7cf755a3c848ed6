import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, Outbox, refuse } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import type { EventDetail } from '../event/event.dto.js';
import { toEventDetail } from '../event/event.mapper.js';
import { helpFor, mayWrite } from '../event/event.policy.js';
import { noteAsked } from './draft-help.js';

/** A community centre that is done with a draft asks its host to look at it (docs/adr/0086). */
@Injectable()
export class DraftHandOvers {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly loader: EventLoader,
  ) {}

  /**
   * Tells the host that the draft is written. Refuses `event.not-found` (404), `event.centre-only` (403), `event.is-…` (409) once it is handed in,
   * and `event.nothing-written-since` (409) where nobody wrote anything since the host was last asked.
   */
  ask(actor: Actor, id: string): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.loader.lock(tx, actor, id);
      const { event } = facts;
      const centreId = helpFor(actor, event);
      if (centreId === null) return refuse('event.centre-only', { status: 403 });
      if (!mayWrite(actor, event)) return refuse(`event.is-${event.state}`, { status: 409 });
      const at = this.clock.now();
      if (!(await noteAsked(tx, { eventId: id, personId: actor.personId, centreId, at }))) return refuse('event.nothing-written-since', { status: 409 });
      await this.outbox.add(tx, 'events.draft-finished', { eventId: id, centreId, at: at.toISOString() });
      const help = (await this.loader.helpWith(tx, [event])).get(id) ?? [];
      return toEventDetail(actor, await this.loader.whole(tx, { ...facts, help }), at);
    });
  }
}
