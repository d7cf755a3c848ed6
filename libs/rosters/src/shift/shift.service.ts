import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events } from '@yoriai/events';
import { People } from '@yoriai/identity';
import { Clock, Db, refuse, type Tx } from '@yoriai/platform';
import { AssignmentRepository, type AssignmentRow } from '../assignment/assignment.repository.js';
import {
  toAssigned,
  toFreeShift,
  toOfferedShift,
  toShift,
  type EventShiftList,
  type FreeShiftList,
  type FreeShiftResponse,
  type OfferedShiftResponse,
} from './shift.dto.js';
import { shiftsSeenBy } from './shift.policy.js';
import { ShiftRepository } from './shift.repository.js';
import { mayCancel, shiftsOf } from './shift.rules.js';

/** Shifts: which there are, which are free for somebody, who stands where. */
@Injectable()
export class Shifts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly shifts: ShiftRepository,
    private readonly assignments: AssignmentRepository,
    private readonly events: Events,
    private readonly people: People,
  ) {}

  /**
   * The shifts of an event in the order of the day, with free places and without names: what a public
   * page may show. `can.take` is said for this person, or for somebody without other duties.
   */
  async ofEvent(tx: Tx, eventId: string, personId: string | null = null): Promise<OfferedShiftResponse[]> {
    const shifts = await this.shifts.ofEvent(tx, eventId);
    const duties = personId ? await this.assignments.ofPerson(tx, personId) : [];
    const confirmed = duties.filter((duty) => duty.status === 'confirmed');
    return shifts.map((shift) => toOfferedShift(shift, confirmed, this.clock.now()));
  }

  /**
   * 入れる当番: every open shift with a free place that does not collide with the person's own, as one
   * flat list, soonest first, at most 200. `null` asks for somebody without duties.
   */
  async freeFor(tx: Tx, personId: string | null): Promise<FreeShiftResponse[]> {
    const now = this.clock.now();
    const free = await this.shifts.freeFor(tx, personId, now);
    const events = await this.events.byIds(tx, [...new Set(free.map((shift) => shift.eventId))]);
    return free.flatMap((shift) => {
      const event = events.get(shift.eventId);
      return event ? [toFreeShift(shift, event, now)] : [];
    });
  }

  /** {@link freeFor} for the person who asks. */
  async freeForMe(actor: Actor): Promise<FreeShiftList> {
    return this.db.read(async (tx) => ({ items: await this.freeFor(tx, actor.personId) }));
  }

  /**
   * The shifts of an event for those who run it, with names; for ward staff without. Refuses
   * `event.not-found` (404) and `shift.not-yours-to-see` (403).
   */
  async roster(actor: Actor, eventId: string): Promise<EventShiftList> {
    return this.db.read(async (tx) => {
      const event = (await this.events.byId(tx, eventId)) ?? refuse('event.not-found', { status: 404 });
      const seen = shiftsSeenBy(actor, event);
      if (seen === 'not') return refuse('shift.not-yours-to-see', { status: 403 });
      const shifts = await this.shifts.ofEvent(tx, eventId);
      const assigned = seen === 'with-names' ? await this.assignedOf(tx, eventId) : [];
      return {
        eventId,
        items: shifts.map((shift) => ({
          ...toShift(shift),
          people: assigned.filter(({ row }) => row.shiftId === shift.id).map(({ person }) => person),
        })),
        can: { seeNames: seen === 'with-names' ? true : 'shift.names-stay-with-host' },
      };
    });
  }

  private async assignedOf(tx: Tx, eventId: string) {
    const now = this.clock.now();
    const confirmed = (await this.assignments.ofEvent(tx, eventId)).filter((row) => row.status === 'confirmed');
    const people = await this.people.summaries(
      tx,
      confirmed.map((row) => row.personId),
    );
    return confirmed.map((row: AssignmentRow) => {
      const person = people.get(row.personId) ?? { name: '', kana: '' };
      return { row, person: toAssigned(row, person, mayCancel(row, row, now)) };
    });
  }

  /**
   * Makes the shifts of a published event, or brings them up to its plan. A message that arrives after
   * the event was cancelled opens nothing.
   */
  async followPlan(tx: Tx, eventId: string): Promise<void> {
    const event = await this.events.byId(tx, eventId);
    if (event?.state !== 'published') return;
    const duties = shiftsOf(await this.events.duties(tx, eventId));
    if (duties.length > 0) await this.shifts.upsert(tx, eventId, duties, this.clock.now());
  }
}
