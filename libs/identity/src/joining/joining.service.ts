import { Injectable } from '@nestjs/common';
import { Clock, Db, Outbox, newId, refuse, rows, type Tx } from '@yoriai/platform';
import { Accounts } from '../account/account.service.js';
import { PersonRepository } from '../person/person.repository.js';
import { toSummary, type PersonSummary } from '../person/person.service.js';

/** Putting together what one human being left behind before they had a login. */
@Injectable()
export class Joining {
  constructor(
    private readonly db: Db,
    private readonly people: PersonRepository,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * People without a login who gave the address that this person has proved. An offer only: a family
   * shares an address, so the person says which of them they are.
   */
  async candidates(tx: Tx, personId: string): Promise<PersonSummary[]> {
    const account = await this.accounts.ofPerson(tx, personId);
    if (!account) return [];
    const found = await this.people.withoutAccountByEmail(tx, account.email);
    return found.map(toSummary);
  }

  /**
   * Joins records into mine, all or none; the contexts move their rows when they hear
   * `identity.person-joined`. Refuses `joining.not-offered` (404) for anybody who is not a candidate.
   */
  async join(personId: string, joinedIds: readonly string[]): Promise<void> {
    const ids = [...new Set(joinedIds)].sort();
    if (ids.length === 0) return;
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await this.people.lock(tx, ids);
      const account = await this.accounts.ofPerson(tx, personId);
      const offered = new Set((await this.candidates(tx, personId)).map((person) => person.id));
      if (!account || !ids.every((id) => offered.has(id))) return refuse('joining.not-offered', { status: 404 });
      for (const id of ids) {
        await this.people.markMerged(tx, id, personId, now);
        await rows(tx, 'insert into identity.joining (id, kept_person_id, joined_person_id, account_id, at) values ($1, $2, $3, $4, $5)', [
          newId(),
          personId,
          id,
          account.accountId,
          now,
        ]);
        await this.outbox.add(tx, 'identity.person-joined', { keptPersonId: personId, joinedPersonId: id });
      }
    });
  }
}
