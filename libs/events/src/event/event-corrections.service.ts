import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Db, Outbox, constraintRefusals, refuse } from '@yoriai/platform';
import type { CorrectionRequest } from './event-decision.dto.js';
import { EventMoves } from './event-moves.js';
import type { EventDetail } from './event.dto.js';
import { tooMany } from './figures.rules.js';
import { headcountOf } from './event.mapper.js';
import { EventRepository } from './event.repository.js';

constraintRefusals({ figure_correction_changes: { code: 'event.correction-says-nothing', status: 422 } });

/** Figures of a closed event that were wrong: nothing reported is written over, a record says what counts instead. */
@Injectable()
export class EventCorrections {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly moves: EventMoves,
    private readonly events: EventRepository,
  ) {}

  /**
   * Adds a correction to what counts now. Refuses `event.staff-only` (403), `event.reason-required`,
   * `event.correction-says-nothing`, `event.more-than-came` (422) and, when somebody else has corrected meanwhile, `event.corrected-meanwhile` (409).
   */
  correct(actor: Actor, id: string, { reason, after, participants, volunteers, walkIns, ...more }: CorrectionRequest): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.moves.begin(tx, actor, id, 'correct', { reason });
      const [last] = await this.events.correctionsOf(tx, id);
      if (after !== (last?.number ?? 0)) refuse('event.corrected-meanwhile');
      const was = last ?? headcountOf(event) ?? { participants: 0, volunteers: 0, walkIns: 0 };
      const told = last ?? (await this.events.lastReport(tx, id)) ?? { children: null, wheelchairs: null, cost: null };
      const now = { children: valueOr(more.children, told.children), wheelchairs: valueOr(more.wheelchairs, told.wheelchairs), cost: valueOr(more.cost, told.cost) };
      const fields = tooMany({ participants, walkIns, ...now });
      if (fields.length > 0) refuse('event.more-than-came', { status: 422, fields });
      await this.events.addCorrection(tx, {
        eventId: id,
        number: after + 1,
        wasParticipants: was.participants,
        wasVolunteers: was.volunteers,
        wasWalkIns: was.walkIns,
        ...{ wasChildren: told.children, wasWheelchairs: told.wheelchairs, wasCost: told.cost },
        ...{ participants, volunteers, walkIns, ...now },
        reason: reason.trim(),
        correctedBy: actor.personId,
        correctedAt: this.moves.now(),
      });
      await this.moves.finish(tx, actor, event, 'correct', { reason });
      await this.outbox.add(tx, 'events.figures-corrected', { eventId: id, number: after + 1 });
      return this.moves.answer(tx, actor, id);
    });
  }
}

/** What was left out stays as it was. */
function valueOr(given: number | null | undefined, known: number | null): number | null {
  return given === undefined ? known : given;
}
