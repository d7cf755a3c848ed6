import { Injectable } from '@nestjs/common';
import { Clock, Outbox, refuse, type Tx } from '@yoriai/platform';
import type { TransitionCause } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { cancelVerdict, holdsPlaces } from './application.rules.js';
import { leaveDraw, leaveQueue, lockFrame, release } from './frame-counters.js';
import { Offers } from './offers.service.js';

/** How an application ends before its event, and why. */
export interface Ending {
  status: 'cancelled_by_applicant' | 'cancelled_by_host';
  cause: TransitionCause;
  reason: string | null;
  /** Null: the holder of the ticket, a guardian, or the clock. */
  actorPersonId: string | null;
}

/** Ends applications; whatever they held is offered to those who wait. */
@Injectable()
export class ApplicationEndings {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly applications: ApplicationRepository,
    private readonly offers: Offers,
  ) {}

  /** Locks the frame. Refuses `application.not-found` (404), `application.already-cancelled`, `application.event-over`, `application.received` (409). */
  async end(tx: Tx, id: string, { status: to, cause, reason, actorPersonId }: Ending): Promise<void> {
    const before = await this.fresh(tx, id);
    await lockFrame(tx, before.frame_id);
    // Read again: under the lock the status stands still.
    const { frame_id: frameId, event_id: eventId, person_id: personId, heads, status, state, ends_at: endsAt, received_at: receivedAt, untold_since: untold } = await this.fresh(tx, id);
    // Whoever was not told an answer yet goes as somebody without one.
    const verdict = cancelVerdict({ status: untold === null ? status : 'applied', state, endsAt, receivedAt }, this.clock.now());
    if (verdict !== true) return refuse(verdict);

    if (!(await this.applications.cancel(tx, id, to))) return refuse('application.received');
    if (holdsPlaces(status)) await release(tx, frameId, heads);
    else if (status === 'applied') await leaveDraw(tx, frameId, heads);
    else if (status === 'waitlisted') await leaveQueue(tx, frameId);
    await this.applications.log(tx, { applicationId: id, eventId, fromStatus: status, toStatus: to, cause, reason, actorPersonId, at: this.clock.now() });
    await this.outbox.add(tx, 'events.application-cancelled', { applicationId: id, eventId, personId });
    await this.offers.fill(tx, frameId);
  }

  private async fresh(tx: Tx, id: string) {
    return (await this.applications.byId(tx, id)) ?? refuse('application.not-found', { status: 404 });
  }
}
