import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Applications, type Booking } from '@yoriai/events';
import { Joining, Sessions, type PersonSummary, type SessionSummary } from '@yoriai/identity';
import { Clock, Db, type Tx } from '@yoriai/platform';
import { Assignments, type AssignmentResponse } from '@yoriai/rosters';

/** Records offered at once; those that are joined make room for the next. */
const CANDIDATES = 10;

/** An application with the link of its ticket. */
export type OwnBooking = Booking & { readonly ticketPath: string };

/** Everything of one person. */
export interface Mine {
  duties: readonly AssignmentResponse[];
  bookings: readonly OwnBooking[];
  /** Records that gave the same address and may be this person's, each with the events it is about. */
  candidates: readonly { person: PersonSummary; titles: readonly string[] }[];
  sessions: readonly SessionSummary[];
}

/** Reads what belongs to the person who asks. */
@Injectable()
export class MeReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly assignments: Assignments,
    private readonly applications: Applications,
    private readonly joining: Joining,
    private readonly sessions: Sessions,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  of(actor: Actor): Promise<Mine> {
    return this.db.read(async (tx) => {
      const bookings = await this.applications.ofPerson(tx, actor.personId);
      return {
        duties: await this.assignments.ofPerson(tx, actor.personId),
        bookings: bookings.map((booking) => ({ ...booking, ticketPath: new URL(this.applications.ticketUrl(booking.id)).pathname })),
        candidates: await this.candidates(tx, actor.personId),
        sessions: await this.sessions.list(tx, actor.accountId),
      };
    });
  }

  private async candidates(tx: Tx, personId: string): Promise<Mine['candidates']> {
    const people = (await this.joining.candidates(tx, personId)).slice(0, CANDIDATES);
    const found = [];
    for (const person of people) {
      const bookings = await this.applications.ofPerson(tx, person.id);
      found.push({ person, titles: bookings.flatMap((booking) => booking.event.snapshot.title ?? []) });
    }
    return found;
  }

  /** One's own duty, or null. */
  duty(actor: Actor, id: string): Promise<AssignmentResponse | null> {
    return this.db.read(async (tx) => (await this.assignments.ofPerson(tx, actor.personId)).find((duty) => duty.id === id) ?? null);
  }
}
