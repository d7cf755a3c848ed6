import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Db, Outbox, refuse } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import { EventMoves } from '../event/event-moves.js';
import type { EventDetail } from '../event/event.dto.js';
import { doerOf } from '../event/event.policy.js';
import { SaidOfDay } from './said-of-day.service.js';

/** 予定どおり開催します: the day stays, and everybody can read that it was decided. */
@Injectable()
export class Holdings {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly loader: EventLoader,
    private readonly moves: EventMoves,
    private readonly said: SaidOfDay,
  ) {}

  /**
   * Said once for a day; saying it again is nothing, but once a danger of the gravest kind began since ({@link Alerts.gravestSince}). A later 中止 or 延期 still counts. Refuses `event.host-only` (403),
   * `event.is-…` for what is not public, `event.is-reduced` where a smaller form of it stands ({@link Reductions}) that is not the one of `after`; the one that is, is taken back, until the event ends (`event.reduce-over`), and everybody is told, `event.postponed-meanwhile` where the screen showed another day, `event.postpone-begun` (409).
   */
  hold(actor: Actor, id: string, startsAt: string, after: string | null = null): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.loader.lock(tx, actor, id);
      const { isHost, isStaff } = doerOf(actor, event);
      if (!isHost && !isStaff) return refuse('event.host-only', { status: 403 });
      if (event.state !== 'published') return refuse(`event.is-${event.state}`);
      if (event.startsAt?.getTime() !== Date.parse(startsAt)) return refuse('event.postponed-meanwhile');
      const now = this.moves.now();
      const { last, isBefore } = await this.said.last(tx, event);
      if (last?.kind === 'reduced' && (!after || last.decidedAt.getTime() !== Date.parse(after))) return refuse('event.is-reduced');
      if ((last?.kind === 'reduced' ? (event.endsAt ?? event.startsAt) : event.startsAt) <= now) return refuse(last?.kind === 'reduced' ? 'event.reduce-over' : 'event.postpone-begun');
      if (last?.kind !== 'held' || isBefore) {
        const decision = await this.said.write(tx, actor, event, { said: { kind: 'held', cause: 'other', reason: null }, now });
        if (last?.kind === 'reduced') await this.outbox.add(tx, 'events.event-reduced', { eventId: id, decisionId: decision.id });
      }
      return this.moves.answer(tx, actor, id);
    });
  }
}
