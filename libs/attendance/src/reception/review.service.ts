import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, newId, refuse } from '@yoriai/platform';
import type { CheckInOperationEntity } from './check-in-operation.entity.js';
import { CheckInRepository } from './check-in.repository.js';
import type { Settlement } from './check-in.rules.js';
import { CheckIns } from './check-in.service.js';
import { Gate } from './gate.js';
import type { CheckInRequest, SettlementAnswer } from './reception.dto.js';

/** 確認が必要: acts that contradicted themselves, and what a person says about them. */
@Injectable()
export class Reviews {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly gate: Gate,
    private readonly checkIns: CheckIns,
    private readonly acts: CheckInRepository,
  ) {}

  /**
   * Decides about an unclear act; it waits no longer then. `keep` receives whoever came: by their own ticket, or,
   * where nobody knows it here, as people without an application. `drop` leaves everything as it is. The log keeps
   * the act and the decision; the same decision again counts once. Refuses `event.not-found` (404),
   * `attendance.not-yours` (403), `attendance.review-not-found` (404), `attendance.review-settled` (409), and
   * with `keep` what {@link CheckIns.checkIn} refuses.
   */
  async settle(actor: Actor, eventId: string, nonce: string, verdict: Settlement): Promise<SettlementAnswer> {
    return this.db.transaction(async (tx) => {
      const event = await this.gate.eventOf(tx, actor, eventId);
      const act = await this.acts.operation(tx, nonce);
      if (!act || act.eventId !== eventId || act.answer !== 'review') return refuse('attendance.review-not-found', { status: 404 });
      const first = await this.acts.settle(tx, { opId: nonce, verdict, actorId: actor.personId, at: this.clock.now() });
      if (!first && (await this.acts.settlementOf(tx, nonce)) !== verdict) return refuse('attendance.review-settled');
      if (first && verdict === 'keep' && act.act === 'in') await this.checkIns.receive(tx, { personId: actor.personId, self: false }, event, keptAct(act));
      return { nonce, verdict };
    });
  }
}

/** Tickets that cannot count here, whoever looks at them. */
const OF_NOBODY_HERE: ReadonlySet<string | null> = new Set(['attendance.ticket-unknown', 'attendance.other-event']);

/** The act as it was meant, at the time it was meant. */
function keptAct({ subjectKind, subjectId, heads, deviceTime, reason }: CheckInOperationEntity): CheckInRequest {
  const again = { nonce: newId(), heads, deviceTime };
  if (subjectId === null || OF_NOBODY_HERE.has(reason)) return { ...again, subjectKind: 'walk-in' };
  return { ...again, subjectKind, subjectId, anyway: true };
}
