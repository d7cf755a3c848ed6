import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Streaks, type OwnStreak } from '@yoriai/attendance';
import { Applications, type Booking } from '@yoriai/events';
import type { PersonSummary, SessionSummary } from '@yoriai/identity';
import { Clock, Db } from '@yoriai/platform';
import { Assignments, type AssignmentResponse } from '@yoriai/rosters';
import { OwnAccount } from './own-account.js';

/** An application with the link of its ticket. */
export type OwnBooking = Booking & { readonly ticketPath: string };

/** Everything of one person. */
export interface Mine {
  duties: readonly AssignmentResponse[];
  bookings: readonly OwnBooking[];
  /** Records that gave the same address and may be this person's, each with the events it is about. */
  candidates: readonly { person: PersonSummary; titles: readonly string[] }[];
  sessions: readonly SessionSummary[];
  /** Series to which they come again and again. */
  streaks: readonly OwnStreak[];
}

/** Reads what belongs to the person who asks. */
@Injectable()
export class MeReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly assignments: Assignments,
    private readonly applications: Applications,
    private readonly account: OwnAccount,
    private readonly streaks: Streaks,
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
        candidates: await this.account.candidates(tx, actor.personId),
        sessions: await this.account.sessions(tx, actor.accountId),
        streaks: await this.streaks.ofPerson(tx, actor.personId),
      };
    });
  }

  /** One's own duty, or null. */
  duty(actor: Actor, id: string): Promise<AssignmentResponse | null> {
    return this.db.read(async (tx) => (await this.assignments.ofPerson(tx, actor.personId)).find((duty) => duty.id === id) ?? null);
  }
}
