import { Injectable } from '@nestjs/common';
import { Accounts } from '@yoriai/identity';
import { Clock, Db, Outbox, addDays, jstDate, newId, refuse, type DateOnly } from '@yoriai/platform';
import type { Actor } from '../actor/actor.js';
import { maySeeOrganisation } from '../organisation/organisation.policy.js';
import { LastAdmin } from './last-admin.service.js';
import { mayEndTerm } from './officer-term.policy.js';
import { OfficerTermRepository } from './officer-term.repository.js';
import { endingVerdict } from './officer-term.rules.js';

/** Ending a term before its day. */
@Injectable()
export class TermEndings {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly terms: OfficerTermRepository,
    private readonly accounts: Accounts,
    private readonly lastAdmin: LastAdmin,
  ) {}

  /**
   * Makes `endsOn` the last day (23:59:59 JST) of a term; yesterday ends it at once, with the person's
   * sessions. Refuses `officer.not-found` (404), `officer.may-not-end` (403), `officer.already-ended`,
   * `officer.last-admin` (409), `officer.ending-in-past`, `officer.ending-not-earlier` (422).
   */
  async end(actor: Actor, termId: string, ending: { endsOn: DateOnly; reason: string }): Promise<{ endsOn: DateOnly }> {
    return this.db.transaction(async (tx) => {
      const found = await this.terms.byId(tx, termId);
      if (!found || !(maySeeOrganisation(actor, found.organisation) || found.term.personId === actor.personId)) {
        return refuse('officer.not-found', { status: 404 });
      }
      const may = mayEndTerm(actor, found.organisation, found.term);
      if (may !== true) return refuse(may, { status: 403 });

      // Administrators' terms are locked together and in id order, before the one that ends.
      if (found.term.role === 'admin') await this.lastAdmin.ensureAnother(tx, { termId }, addDays(ending.endsOn, 1));
      const term = (await this.terms.lock(tx, termId)) ?? refuse('officer.not-found', { status: 404 });
      const now = this.clock.now();
      const today = jstDate(now);
      const verdict = endingVerdict(term, ending.endsOn, today);
      if (typeof verdict === 'string') return refuse(verdict, { status: verdict === 'officer.already-ended' ? 409 : 422 });

      const { personId, organisationId, endsOn: oldEndsOn } = term;
      const { endsOn } = verdict;
      await this.terms.end(tx, { id: newId(), termId, endedBy: actor.personId, reason: ending.reason, at: now, oldEndsOn, newEndsOn: endsOn });
      if (endsOn < today) await this.accounts.signOutEverywhere(tx, personId, 'term-ended');
      await this.outbox.add(tx, 'associations.term-ended', { termId, personId, organisationId });
      return { endsOn };
    });
  }
}
