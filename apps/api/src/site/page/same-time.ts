import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Applications, type Booking } from '@yoriai/events';
import { Db, type Tx } from '@yoriai/platform';
import { Assignments, type AssignmentResponse } from '@yoriai/rosters';

/** From when to when something is. */
export interface Hours {
  readonly startsAt: Date | string | null;
  readonly endsAt: Date | string | null;
}

/** An application of one's own, with the page of its ticket. */
export type OwnApplication = Booking & { readonly path: string };

const ACTIVE: ReadonlySet<Booking['told']> = new Set(['applied', 'waitlisted', 'offered', 'guardian_pending', 'confirmed']);

/** Do they share time? What ends when the other begins does not. */
export function meet(one: Hours, other: Hours): boolean {
  if (one.startsAt === null || other.startsAt === null) return false;
  const [from, begin] = [new Date(one.startsAt), new Date(other.startsAt)];
  return from < new Date(other.endsAt ?? begin) && begin < new Date(one.endsAt ?? from);
}

/**
 * What somebody is promised to already at some hours (domain.md §4.9, 4: warned of, never refused). Of whoever is signed in alone, and of
 * their own record: a name and a number that somebody typed prove nothing, and what another person has then is not told to anybody.
 */
@Injectable()
export class SameTime {
  constructor(
    private readonly db: Db,
    private readonly assignments: Assignments,
    private readonly applications: Applications,
  ) {}

  /** Their duties at these hours, the first one first. */
  async duties(actor: Actor | null | undefined, hours: Hours): Promise<AssignmentResponse[]> {
    return actor ? this.db.read((tx) => this.dutiesOf(tx, actor, hours)) : [];
  }

  /** The same for the ticket of an event; of a ticket that is another's none. */
  async dutiesBeside(actor: Actor | null | undefined, { id, event }: { readonly id: string; readonly event: Hours }): Promise<AssignmentResponse[]> {
    if (!actor) return [];
    return this.db.read(async (tx) => {
      const duties = await this.dutiesOf(tx, actor, event);
      const isOwn = duties.length > 0 && (await this.applications.ofPerson(tx, actor.personId)).some((each) => each.id === id && !each.withoutApplicant);
      return isOwn ? duties : [];
    });
  }

  /** What they applied for at these hours, also where they wait. */
  async applied(actor: Actor | null | undefined, hours: Hours): Promise<OwnApplication[]> {
    if (!actor) return [];
    return this.db.read(async (tx) => {
      const own = (await this.applications.ofPerson(tx, actor.personId)).filter(({ told, event, withoutApplicant }) => ACTIVE.has(told) && event.state === 'published' && !withoutApplicant && meet(event, hours));
      return own.map((booking) => ({ ...booking, path: new URL(this.applications.ticketUrl(booking.id)).pathname }));
    });
  }

  private async dutiesOf(tx: Tx, { personId }: Actor, hours: Hours): Promise<AssignmentResponse[]> {
    const own = (await this.assignments.ofPerson(tx, personId)).filter((duty) => duty.status === 'confirmed' && meet(duty, hours));
    return own.sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  }
}
