import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Db, refuse } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import { EventMoves } from '../event/event-moves.js';
import type { EventDetail } from '../event/event.dto.js';
import { doerOf, leadsEvent } from '../event/event.policy.js';
import { Alerts } from './alerts/alerts.service.js';
import { DayDecisionRepository } from './day-decision.repository.js';

/** 予定どおり開催します: the day stays, and everybody can read that it was decided. */
@Injectable()
export class Holdings {
  constructor(
    private readonly db: Db,
    private readonly loader: EventLoader,
    private readonly moves: EventMoves,
    private readonly decisions: DayDecisionRepository,
    private readonly log: AccessLog,
    private readonly alerts: Alerts,
  ) {}

  /**
   * Said once for a day; saying it again is nothing, but once a danger of the gravest kind began since ({@link Alerts.gravestSince}). A later 中止 or 延期 still counts. Refuses `event.host-only` (403),
   * `event.is-…` for what is not public, `event.is-reduced` where a smaller form of it was told for this day ({@link Reductions}), `event.postponed-meanwhile` where the screen showed another day, `event.postpone-begun` (409).
   */
  hold(actor: Actor, id: string, startsAt: string): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.loader.lock(tx, actor, id);
      const { isHost, isStaff } = doerOf(actor, event);
      if (!isHost && !isStaff) return refuse('event.host-only', { status: 403 });
      if (event.state !== 'published') return refuse(`event.is-${event.state}`);
      if (event.startsAt?.getTime() !== Date.parse(startsAt)) return refuse('event.postponed-meanwhile');
      const now = this.moves.now();
      if (event.startsAt <= now) return refuse('event.postpone-begun');
      const last = await this.decisions.latest(tx, id);
      if (last?.kind === 'reduced' && last.wasStartsAt?.getTime() === event.startsAt.getTime()) return refuse('event.is-reduced');
      const danger = await this.alerts.gravestSince(tx);
      if (last?.kind !== 'held' || last.wasStartsAt?.getTime() !== event.startsAt.getTime() || (danger !== null && last.decidedAt < danger)) {
        await this.decisions.add(tx, { eventId: id, kind: 'held', cause: 'other', reason: null, wasStartsAt: event.startsAt, wasEndsAt: event.endsAt, revision: null, decidedBy: actor.personId, byWard: !leadsEvent(actor, event), decidedAt: now });
        await this.log.add(tx, { actorPersonId: actor.personId, action: 'event.held', subject: `event:${id}` });
      }
      return this.moves.answer(tx, actor, id);
    });
  }
}
