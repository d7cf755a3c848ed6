import { Injectable } from '@nestjs/common';
import { Accounts, type EnterFacts } from '@yoriai/identity';
import { Clock, Db, hashToken, jstDate, refuse } from '@yoriai/platform';
import { Officers } from '../officer-term/officer-term.service.js';
import { InvitationRepository } from './invitation.repository.js';
import { invitationVerdict } from './invitation.rules.js';

/** What the invited person says about themselves. */
export interface AcceptanceInput {
  name: string;
  kana: string;
  phone?: string | undefined;
}

/** What became of it. An account that existed before signs in by its own way: a three-day link must not be a sign-in link. */
export interface Accepted {
  termId: string;
  personId: string;
  organisationId: string;
  session: { token: string; expiresAt: Date } | null;
}

/** Accepting an invitation, once. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly invitations: InvitationRepository,
    private readonly accounts: Accounts,
    private readonly officers: Officers,
  ) {}

  /**
   * Makes account (when the address has none) and term, and signs a new account in. Refuses
   * `invitation.gone` (410), `officer.duplicate`, `contact.phone`, `person.name`, `person.kana` (422).
   */
  async accept(token: string, input: AcceptanceInput, facts: EnterFacts = {}): Promise<Accepted> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const invitation = await this.invitations.lockByTokenHash(tx, hashToken(token));
      if (!invitation || invitationVerdict(invitation, now) !== 'open') return refuse('invitation.gone', { status: 410 });

      const { id, email, language, organisationId, role, title } = invitation;
      const known = await this.accounts.byEmail(tx, email);
      const entered = known ? null : await this.accounts.enter(tx, { ...input, email, language }, facts);
      const personId = known?.personId ?? entered?.personId ?? refuse('invitation.gone', { status: 410 });
      const today = jstDate(now);
      const startsOn = invitation.termStartsOn < today ? today : invitation.termStartsOn;
      const term = { personId, organisationId, role, title, startsOn, endsOn: invitation.termEndsOn };
      const termId = await this.officers.appoint(tx, { ...term, invitationId: id, appointedBy: invitation.invitedBy });
      await this.invitations.close(tx, id, { state: 'accepted', by: personId, at: now });
      return { termId, personId, organisationId, session: entered && { token: entered.token, expiresAt: entered.expiresAt } };
    });
  }
}
