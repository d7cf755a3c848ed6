import { Injectable } from '@nestjs/common';
import { Applications } from '@yoriai/events';
import { Joining, Sessions, type PersonSummary, type SessionSummary } from '@yoriai/identity';
import { Db, type Tx } from '@yoriai/platform';

/** Records offered at once; those that are joined make room for the next. */
const CANDIDATES = 10;

/** What belongs to an account rather than to what somebody takes part in. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly applications: Applications,
    private readonly joining: Joining,
    private readonly sessionsOf: Sessions,
    private readonly db: Db,
  ) {}

  /** Where the person is signed in. */
  sessions(tx: Tx, accountId: string): Promise<SessionSummary[]> {
    return this.sessionsOf.list(tx, accountId);
  }

  /** Signs out another device of the same account. */
  endSession(accountId: string, id: string): Promise<void> {
    return this.db.transaction((tx) => this.sessionsOf.end(tx, accountId, id, 'revoked'));
  }

  /** Records that gave the same address, with the events they are about. */
  async candidates(tx: Tx, personId: string): Promise<{ person: PersonSummary; titles: string[] }[]> {
    const people = (await this.joining.candidates(tx, personId)).slice(0, CANDIDATES);
    const found = [];
    for (const person of people) {
      const bookings = await this.applications.ofPerson(tx, person.id);
      found.push({ person, titles: bookings.flatMap((booking) => booking.event.snapshot.title ?? []) });
    }
    return found;
  }
}
