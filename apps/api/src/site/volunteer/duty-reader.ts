import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { PublicEvents } from '@yoriai/events';
import { Clock, Db } from '@yoriai/platform';
import { Assignments, DutyList, Shifts, type AssignmentResponse, type DutyLine, type DutyPage, type OfferedShiftResponse } from '@yoriai/rosters';
import type { ShownEvent } from '../events/shown-event.js';
import { dutyWish, isNarrowed, type DutyQuery } from './duty-query.js';

/** The page of 「入れる当番」, and what the volunteer has next. */
export interface FreeListing extends DutyPage {
  /** Rows without any condition, where those of the condition are none; else those. */
  all: number;
  next: AssignmentResponse | null;
}

/** Reads shifts as volunteers see them. */
@Injectable()
export class DutyReader {
  constructor(
    private readonly db: Db,
    private readonly shifts: Shifts,
    private readonly list: DutyList,
    private readonly assignments: Assignments,
    private readonly publicEvents: PublicEvents,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** What is free for everybody, the soonest: so many rows that an event with many duties of one morning is not all there is. */
  soonest(): Promise<readonly DutyLine[]> {
    return this.db.read(async (tx) => (await this.list.page(tx, null, {}, 1, 200)).items);
  }

  /** What is free for this person, or for anybody. */
  free(actor: Actor | null, query: DutyQuery, areas: readonly { id: string; slug: string }[]): Promise<FreeListing> {
    return this.db.read(async (tx) => {
      const wish = dutyWish(query, areas);
      const found = wish === null ? { items: [], total: 0, page: 1 } : await this.list.page(tx, actor, wish, query.page ?? 1);
      // Only where nothing was found it matters whether there is anything at all.
      const all = found.total === 0 && isNarrowed(query) ? (await this.list.page(tx, actor, {}, 1)).total : found.total;
      const own = actor ? await this.assignments.ofPerson(tx, actor.personId) : [];
      return { ...found, all, next: nextDuty(own, this.now()) };
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
