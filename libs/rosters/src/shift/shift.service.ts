import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events } from '@yoriai/events';
import { Clock, Db, refuse, type Tx } from '@yoriai/platform';
import { AssignedPeople } from '../assignment/assigned-people.js';
import { AssignmentRepository } from '../assignment/assignment.repository.js';
import { toOfferedShift, toShift, type EventShiftList, type HandsList, type OfferedShiftResponse } from './shift.dto.js';
import { shiftsSeenBy } from './shift.policy.js';
import type { ShiftEntity } from './shift.entity.js';
import { ShiftRepository } from './shift.repository.js';
import { isOff, shiftsOf } from './shift.rules.js';

/** Shifts: which there are, how many are free, who stands where. */
@Injectable()
export class Shifts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly shifts: ShiftRepository,
    private readonly assignments: AssignmentRepository,
    private readonly events: Events,
    private readonly assigned: AssignedPeople,
  ) {}

  /**
   * The shifts of an event in the order of the day, with free places and without names: what a public
   * page may show. `can.take` is said for this person, or for somebody without other duties.
   */
  async ofEvent(tx: Tx, eventId: string, personId: string | null = null): Promise<OfferedShiftResponse[]> {
    const event = await this.events.byId(tx, eventId);
    const shifts = event ? await this.shiftsOf(tx, event) : [];
    const duties = personId ? await this.assignments.ofPerson(tx, personId) : [];
    const confirmed = duties.filter((duty) => duty.status === 'confirmed');
    return shifts.map((shift) => toOfferedShift(shift, confirmed, this.clock.now()));
  }

  /** People still wanted at these events, by event: free places on shifts that have not begun. For events that the asker may see. One statement. */
  async wanted(tx: Tx, eventIds: readonly string[]): Promise<Map<string, number>> {
    const free = eventIds.length === 0 ? [] : await this.shifts.freePlaces(tx, eventIds, this.clock.now());
    return new Map(free.map((each) => [each.eventId, each.free]));
  }

  /** How many hands the published events have that the actor leads. Without names: nothing for the access log. */
  async handsFor(actor: Actor): Promise<HandsList> {
    return this.db.read(async (tx) => {
      const events = await this.events.publishedLedBy(tx, actor);
      return { items: await this.shifts.handsOf(tx, events.map((event) => event.id)) };
    });
  }

  /**
   * The shifts of an event for those who run it, with names, which leaves a line in the access log; for
   * ward staff without. Refuses `event.not-found` (404) to those who don't see the event at all, else
   * `shift.not-yours-to-see` (403).
   */
  async roster(actor: Actor, eventId: string): Promise<EventShiftList> {
    return this.db.transaction(async (tx) => {
      const event = await this.events.seen(tx, actor, eventId);
      const seen = shiftsSeenBy(actor, event);
      if (seen === 'not') return refuse('shift.not-yours-to-see', { status: 403 });
      const shifts = await this.shiftsOf(tx, event);
      const assigned = seen === 'with-names' ? await this.assigned.read(tx, actor, eventId) : [];
      return {
        eventId,
        items: shifts.map((shift) => ({
          ...toShift(shift),
          people: assigned.filter(({ shiftId }) => shiftId === shift.id).map(({ person }) => person),
        })),
        can: { seeNames: seen === 'with-names' ? true : 'shift.names-stay-with-host' },
      };
    });
  }

  /** The shifts as they stand: those of an event that is off are closed, whether the message has arrived or not. */
  private async shiftsOf(tx: Tx, event: { id: string; state: string }): Promise<ShiftEntity[]> {
    const shifts = await this.shifts.ofEvent(tx, event.id);
    return isOff(event) ? shifts.map((shift) => ({ ...shift, state: 'cancelled' as const })) : shifts;
  }

  /**
   * Makes the shifts of a published event, or brings them up to its plan. A message that arrives after
   * the event was cancelled opens nothing, and a cancellation in the same moment waits, so that it finds the shifts to close.
   */
  async followPlan(tx: Tx, eventId: string): Promise<void> {
    const event = await this.events.hold(tx, eventId);
    if (event?.state !== 'published') return;
    const duties = shiftsOf(await this.events.duties(tx, eventId));
    if (duties.length > 0) await this.shifts.upsert(tx, eventId, duties, this.clock.now());
  }
}
