import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Db, Outbox, refuse } from '@yoriai/platform';
import { EventLoader } from '../../event/event-loader.js';
import { EventMoves } from '../../event/event-moves.js';
import type { EventDetail } from '../../event/event.dto.js';
import { doerOf } from '../../event/event.policy.js';
import { SaidOfDay } from '../said-of-day.service.js';
import type { ReductionRequest } from './reduction.dto.js';
import { asKept, notOnProgramme } from './reduction.rules.js';

/**
 * 縮小: the event takes place on its day, and something of it is left out for safety. Neither day, place nor content changes: the
 * approval stands, and no revision is written; what is off stands with the decision. docs/adr/0075.
 */
@Injectable()
export class Reductions {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly loader: EventLoader,
    private readonly moves: EventMoves,
    private readonly said: SaidOfDay,
  ) {}

  /**
   * Until the event ends; once more with other words or items counts instead, and everybody is told again; the same twice is once,
   * but where a danger of the gravest kind began since: then it is a decision about that, and told again, as reminders may have said that nothing is decided. Refuses
   * `event.host-only` (403), `event.is-…`, `event.postponed-meanwhile`, `event.reduce-over`, `event.reduced-meanwhile` where the screen showed another reduction (409), `event.programme-unknown` (422).
   */
  reduce(actor: Actor, id: string, { startsAt, after, cause, reason, dropped }: ReductionRequest): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.loader.lock(tx, actor, id);
      const { isHost, isStaff } = doerOf(actor, event);
      if (!isHost && !isStaff) return refuse('event.host-only', { status: 403 });
      if (event.state !== 'published') return refuse(`event.is-${event.state}`);
      if (event.startsAt?.getTime() !== Date.parse(startsAt)) return refuse('event.postponed-meanwhile');
      const now = this.moves.now();
      if ((event.endsAt ?? event.startsAt) <= now) return refuse('event.reduce-over');
      const code = 'event.programme-unknown';
      if (notOnProgramme(dropped, event.programme).length > 0) return refuse(code, { status: 422, fields: [{ field: 'dropped', code }] });
      const decided = { kind: 'reduced' as const, reason: reason.trim(), dropped: asKept(dropped, event.programme) };
      const { last, isBefore } = await this.said.last(tx, event);
      const isSaid = last?.kind === 'reduced' && last.reason === decided.reason && isDeepStrictEqual(last.dropped, decided.dropped);
      if (!isSaid || isBefore) {
        // What the screen did not show would be put on again, and everybody told so.
        if ((last?.kind === 'reduced' ? last.decidedAt.getTime() : null) !== (after ? Date.parse(after) : null)) return refuse('event.reduced-meanwhile');
        const decision = await this.said.write(tx, actor, event, { said: { ...decided, cause }, now });
        await this.outbox.add(tx, 'events.event-reduced', { eventId: id, decisionId: decision.id });
      }
      return this.moves.answer(tx, actor, id);
    });
  }
}
