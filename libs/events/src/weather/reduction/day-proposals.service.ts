import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, refuse } from '@yoriai/platform';
import { EventLoader } from '../../event/event-loader.js';
import { doerOf } from '../../event/event.policy.js';
import { Alerts } from '../alerts/alerts.service.js';
import type { EventDayProposals } from './reduction.dto.js';
import { proposalFor } from './proposal.rules.js';

/** What the weather that stands proposes for the day of an event, see {@link proposalFor}. */
@Injectable()
export class DayProposals {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly loader: EventLoader,
    private readonly alerts: Alerts,
  ) {}

  /** For who decides about the day: its host and the ward office. Refuses `event.not-found` (404), `event.host-only` (403). */
  of(actor: Actor, id: string): Promise<EventDayProposals> {
    return this.db.read(async (tx) => {
      const { event } = await this.loader.read(tx, actor, id);
      const { isHost, isStaff } = doerOf(actor, event);
      if (!isHost && !isStaff) return refuse('event.host-only', { status: 403 });
      if (event.state !== 'published') return { proposal: null };
      const readings = await this.alerts.standing(tx);
      return { proposal: proposalFor(event, readings.flatMap(({ alerts }) => alerts ?? []), this.clock.now()) };
    });
  }
}
