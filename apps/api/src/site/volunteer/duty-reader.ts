import { Injectable } from '@nestjs/common';
import { Events, PublicEvents } from '@yoriai/events';
import { Clock, Db } from '@yoriai/platform';
import { Assignments, Shifts, type AssignmentResponse, type FreeShiftResponse, type OfferedShiftResponse } from '@yoriai/rosters';
import type { ShownEvent } from '../events/shown-event.js';

/** A free shift with the picture and the area of its event. */
export type ListedShift = FreeShiftResponse & { readonly field: string | null; readonly areaId: string | null };

/** The flat list 「入れる当番」 and what the volunteer has next. */
export interface FreeListing {
  shifts: readonly ListedShift[];
  next: AssignmentResponse | null;
}

/** Reads shifts as volunteers see them. */
@Injectable()
export class DutyReader {
  constructor(
    private readonly db: Db,
    private readonly shifts: Shifts,
    private readonly assignments: Assignments,
    private readonly events: Events,
    private readonly publicEvents: PublicEvents,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** What is free for this person, or for anybody. */
  free(personId: string | null): Promise<FreeListing> {
    return this.db.read(async (tx) => {
      const found = await this.shifts.freeFor(tx, personId);
      const events = await this.events.byIds(tx, [...new Set(found.map((shift) => shift.eventId))]);
      const shifts = found.map((shift) => ({ ...shift, field: events.get(shift.eventId)?.field ?? null, areaId: events.get(shift.eventId)?.areaId ?? null }));
      const own = personId ? await this.assignments.ofPerson(tx, personId) : [];
      return { shifts, next: nextDuty(own, this.now()) };
    });
  }

  /** The shifts of one event, each with whether this person can take it. Refuses `event.not-found` (404). */
  ofEvent(slug: string, personId: string | null): Promise<{ event: ShownEvent; duties: OfferedShiftResponse[] }> {
    return this.db.read(async (tx) => {
      const event = await this.publicEvents.bySlug(tx, slug);
      return { event, duties: await this.shifts.ofEvent(tx, event.id, personId) };
    });
  }
}

/** The duty that comes next; one that is running counts. */
export function nextDuty(duties: readonly AssignmentResponse[], now: Date): AssignmentResponse | null {
  const coming = duties.filter((duty) => duty.status === 'confirmed' && new Date(duty.endsAt) > now);
  return coming.reduce<AssignmentResponse | null>((first, each) => (first === null || each.startsAt < first.startsAt ? each : first), null);
}
