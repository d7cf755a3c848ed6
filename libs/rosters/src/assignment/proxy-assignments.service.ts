import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events, leadsEvent } from '@yoriai/events';
import { Clock, Db, Outbox, refuse } from '@yoriai/platform';
import { reserve } from '../shift/reserve.js';
import { ShiftRepository } from '../shift/shift.repository.js';
import { isOff, type TakeRefusal } from '../shift/shift.rules.js';
import { Hands } from './hands.js';
import type { EnteredHand, EnterHandRequest } from './proxy-assignment.dto.js';

/** A leader puts somebody on a shift who said yes by telephone, at the desk or on paper. */
@Injectable()
export class ProxyAssignments {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly shifts: ShiftRepository,
    private readonly events: Events,
    private readonly hands: Hands,
  ) {}

  /**
   * A place on a shift for somebody without a sign-in; confirmed at once, under the same lock as for who takes it alone. Refuses
   * `shift.not-found`, `event.not-found` (404), `shift.leaders-only` (403), (409) `shift.full`, `shift.started`, `shift.event-cancelled`, and
   * (422, at its field) a missing contact, `shift.they-have-it`, `shift.they-overlap`, `.they-overlap-on` where the leader leads that
   * duty too, and, without a contact that is known, `shift.same-name`, `.which-of-them`.
   */
  async enter(actor: Actor, shiftId: string, request: EnterHandRequest): Promise<EnteredHand> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const shift = await this.shifts.byId(tx, shiftId);
      const event = shift && (await this.events.hold(tx, shift.eventId));
      if (!event) return refuse('shift.not-found', { status: 404 });
      if (!leadsEvent(actor, event)) return (await this.events.seen(tx, actor, event.id)) && refuse('shift.leaders-only', { status: 403 });
      if (isOff(event)) return refuse('shift.event-cancelled');
      const { personId, letter, phoneTold } = await this.hands.find(tx, event.id, request);
      const [verdict] = await reserve(tx, [{ shiftId, personId, channel: request.channel, enteredBy: actor.personId, phoneTold }], now);
      if (!verdict?.ok) return refuseAs(verdict?.code ?? 'shift.not-found', () => this.hands.busy(tx, actor, personId, shift));
      const { assignmentId: id, number, eventId } = verdict;
      await this.events.notePeople(tx, event);
      await this.hands.log(tx, actor, eventId);
      await this.outbox.add(tx, 'rosters.assignment-confirmed', { assignmentId: id, shiftId, eventId, personId });
      return { id, number, name: request.name, letter };
    });
  }
}

/** Said of the person who was entered, and not of the one who typed. */
async function refuseAs(code: TakeRefusal, busy: () => Promise<{ code: string; params: Record<string, string> }>): Promise<never> {
  const ofThem = code === 'shift.already-taken' ? { code: 'shift.they-have-it' } : code === 'shift.overlaps' ? await busy() : undefined;
  if (ofThem) return refuse(ofThem.code, { status: 422, fields: [{ field: 'name', ...ofThem }] });
  return refuse(code, code === 'shift.not-found' ? { status: 404 } : {});
}
