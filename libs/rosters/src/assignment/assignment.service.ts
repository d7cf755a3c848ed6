import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events, Turnstile, type PlannedDuty } from '@yoriai/events';
import { Clock, Db, Outbox, refuse, type Tx } from '@yoriai/platform';
import { release, releaseEvent, reserve, type FreedPlace } from '../shift/reserve.js';
import { ShiftRepository } from '../shift/shift.repository.js';
import { isOff, mayCancel, shiftsOf } from '../shift/shift.rules.js';
import { toAssignment, type AssignmentList, type AssignmentResponse } from './assignment.dto.js';
import { ENDED_BY_CHANGE, ENDED_BY_EVENT } from './assignment.entity.js';
import { endsAs } from './assignment.policy.js';
import { AssignmentRepository, type AssignmentRow } from './assignment.repository.js';

/** Takers that one process works on at once: fewer than it has connections, since on one shift they only wait for each other. */
const ABREAST = 12;

/** Assignments: somebody takes a shift, gives it back, or is taken off it. */
@Injectable()
export class Assignments {
  private readonly turnstile = new Turnstile(ABREAST);

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly assignments: AssignmentRepository,
    private readonly shifts: ShiftRepository,
    private readonly events: Events,
  ) {}

  /**
   * Takes a place on a shift for the person who asks; confirmed at once. Refuses `shift.not-found` (404),
   * also to who has no invitation where one is needed and is not in the circle of the event, and (409) `shift.full`, `shift.overlaps`, `shift.already-taken`, `shift.started`, `shift.event-cancelled`.
   */
  async take(actor: Actor, shiftId: string, invitation?: string | null): Promise<AssignmentResponse> {
    return this.turnstile.through(() => this.takePlace(actor, shiftId, invitation));
  }

  /** Everything that can be read is read before the shift is locked: under the lock nothing is left but the row and its message. */
  private takePlace(actor: Actor, shiftId: string, invitation?: string | null): Promise<AssignmentResponse> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const shift = await this.shifts.byId(tx, shiftId);
      // Held, because the shift itself learns of a cancellation by message, perhaps hours later.
      const event = shift && (await this.events.holdOpened(tx, actor, shift.eventId, invitation));
      if (!event) return refuse('shift.not-found', { status: 404 });
      if (isOff(event)) return refuse('shift.event-cancelled');

      const { personId } = actor;
      const [verdict] = await reserve(tx, [{ shiftId, personId }], now);
      if (!verdict?.ok) return refuse(verdict?.code ?? 'shift.not-found');
      const { assignmentId: id, number, eventId } = verdict;
      await this.events.notePeople(tx, event);
      await this.outbox.add(tx, 'rosters.assignment-confirmed', { assignmentId: id, shiftId, eventId, personId });
      const { planKey, duty, place, note, startsAt, endsAt } = shift;
      const taken = { id, shiftId, eventId, personId, number, status: 'confirmed' as const, takenAt: now, endedAt: null, endedReason: null, photos: null, enteredBy: null, phoneTold: true };
      return toAssignment({ ...taken, planKey, duty, place, note, startsAt, endsAt }, event, now);
    });
  }

  /**
   * Gives a place back: the volunteer their own, the host anybody's, until the shift begins. Refuses
   * `assignment.not-found` (404) to everybody else, `assignment.not-active` and `shift.started` (409).
   */
  async cancel(actor: Actor, id: string, reason?: string): Promise<AssignmentResponse> {
    return this.db.transaction(async (tx) => {
      const [row] = await this.assignments.byIds(tx, [id]);
      const event = row && (await this.events.byId(tx, row.eventId));
      const as = row && event ? endsAs(actor, row, event) : null;
      if (!row || !event || !as) return refuse('assignment.not-found', { status: 404 });
      const now = this.clock.now();
      const verdict = mayCancel(row, row, now);
      if (verdict !== true) return refuse(verdict);

      const status = as === 'volunteer' ? 'cancelled_by_volunteer' : 'cancelled_by_host';
      const freed = await release(tx, [id], { status, by: actor.personId, reason: reason || null, at: now });
      // Somebody was faster between the look and the lock.
      if (freed.length === 0) return refuse('assignment.not-active');
      await this.announceFreed(tx, freed);
      return toAssignment({ ...row, status }, event, now);
    });
  }

  /** A volunteer gives their place back whom the caller knows otherwise than by a sign-in. Refuses `assignment.not-active`, `shift.started` (409). */
  async giveBack(tx: Tx, row: AssignmentRow): Promise<void> {
    const now = this.clock.now();
    const verdict = mayCancel(row, row, now);
    if (verdict !== true) return refuse(verdict);
    const freed = await release(tx, [row.id], { status: 'cancelled_by_volunteer', by: row.personId, reason: null, at: now });
    if (freed.length === 0) return refuse('assignment.not-active');
    await this.announceFreed(tx, freed);
  }

  /** Every duty of a person, given back ones too, latest first, with the event around it. */
  async ofPerson(tx: Tx, personId: string): Promise<AssignmentResponse[]> {
    return this.responses(tx, await this.assignments.ofPerson(tx, personId));
  }

  /** {@link ofPerson} for the person who asks. */
  async mine(actor: Actor): Promise<AssignmentList> {
    return this.db.read(async (tx) => ({ items: await this.ofPerson(tx, actor.personId) }));
  }

  /**
   * All assignments of an event in the order of the day, ended ones too (`status`, `endedReason`), by
   * id of person: for reception, reminders and letters. No rights are asked here; the caller asks.
   */
  async ofEvent(tx: Tx, eventId: string): Promise<AssignmentRow[]> {
    return this.assignments.ofEvent(tx, eventId);
  }

  /** The assignment of an event that has this number, given back or not; null where none has. No rights are asked here: the caller counts guesses. */
  async byNumber(tx: Tx, eventId: string, number: string): Promise<AssignmentRow | null> {
    return this.assignments.byNumber(tx, eventId, number);
  }

  /** The confirmed assignments whose places would be given back if this were the plan, in the order of the day. No rights are asked here; the caller asks. */
  async leftBy(tx: Tx, eventId: string, plan: readonly PlannedDuty[]): Promise<AssignmentRow[]> {
    const left = new Set(await this.assignments.unplanned(tx, eventId, shiftsOf(plan), this.clock.now()));
    return left.size === 0 ? [] : (await this.assignments.ofEvent(tx, eventId)).filter(({ id }) => left.has(id));
  }

  /** Assignments with their shifts, by id; those that don't exist are missing from the map. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, AssignmentRow>> {
    return new Map((await this.assignments.byIds(tx, ids)).map((row) => [row.id, row]));
  }

  /** The event is off: its shifts close and every place on them is given back. */
  async releaseEvent(tx: Tx, eventId: string): Promise<void> {
    const how = { status: 'cancelled_by_host', by: null, reason: ENDED_BY_EVENT, at: this.clock.now() } as const;
    await this.announceFreed(tx, await releaseEvent(tx, eventId, how));
  }

  /**
   * An approved change of the plan: shifts follow it whole. Whoever stood on a duty that moved or is gone said yes to
   * something else; their place is given back with the reason `event-changed`, and they may take the new one. Who has
   * begun stays, and until the new end where only that moved.
   */
  async followChange(tx: Tx, eventId: string): Promise<void> {
    const event = await this.events.hold(tx, eventId);
    if (event?.state !== 'published') return;
    const now = this.clock.now();
    const duties = shiftsOf(await this.events.duties(tx, eventId));
    await this.shifts.lockOf(tx, eventId);
    const how = { status: 'cancelled_by_host', by: null, reason: ENDED_BY_CHANGE, at: now } as const;
    const freed = await release(tx, await this.assignments.unplanned(tx, eventId, duties, now), how);
    await this.shifts.follow(tx, eventId, duties, now);
    await this.assignments.prolong(tx, eventId, now);
    await this.announceFreed(tx, freed);
  }

  /**
   * Two records turned out to be one person. What both hold at the same time can't be kept twice, so
   * the place of the joined record goes back to the others.
   */
  async joinPerson(tx: Tx, joined: { keptPersonId: string; joinedPersonId: string }): Promise<void> {
    const doubled = await this.assignments.doubledBy(tx, joined.keptPersonId, joined.joinedPersonId);
    const how = { status: 'cancelled_by_host', by: null, reason: 'person-joined', at: this.clock.now() } as const;
    await this.announceFreed(tx, await release(tx, doubled, how));
    await this.assignments.repoint(tx, joined.keptPersonId, joined.joinedPersonId);
  }

  private async announceFreed(tx: Tx, freed: readonly FreedPlace[]): Promise<void> {
    for (const place of freed) await this.outbox.add(tx, 'rosters.assignment-cancelled', { ...place });
  }

  private async responses(tx: Tx, found: readonly AssignmentRow[]): Promise<AssignmentResponse[]> {
    const events = await this.events.byIds(tx, [...new Set(found.map((row) => row.eventId))]);
    return found.flatMap((row) => {
      const event = events.get(row.eventId);
      return event ? [toAssignment(row, event, this.clock.now())] : [];
    });
  }
}
