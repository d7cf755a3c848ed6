import { Injectable } from '@nestjs/common';
import { Accounts } from '@yoriai/identity';
import { Clock, jstDate, refuse, type DateOnly, type Tx } from '@yoriai/platform';
import { OfficerTermRepository } from './officer-term.repository.js';

/** Keeps the ward from locking itself out: somebody can always invite. */
@Injectable()
export class LastAdmin {
  constructor(
    private readonly terms: OfficerTermRepository,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks the administrators' terms and refuses `officer.last-admin` unless, from `day` on, another
   * administrator than the one who leaves holds a term and can sign in.
   */
  async ensureAnother(tx: Tx, leaving: { termId?: string; personId?: string }, day: DateOnly): Promise<void> {
    const admins = await this.terms.lockAdmins(tx, jstDate(this.clock.now()));
    for (const term of admins) {
      const leaves = term.id === leaving.termId || term.personId === leaving.personId;
      if (leaves || term.startsOn > day || term.endsOn < day) continue;
      const account = await this.accounts.ofPerson(tx, term.personId);
      if (account?.status === 'active') return;
    }
    refuse('officer.last-admin');
  }

  /** Whether the person is an administrator today. */
  async isAdmin(tx: Tx, personId: string): Promise<boolean> {
    const holders = await this.terms.holders(tx, ['admin'], jstDate(this.clock.now()));
    return holders.some((term) => term.personId === personId);
  }
}
