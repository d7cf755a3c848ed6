import { Injectable } from '@nestjs/common';
import { normaliseEmail, type Language } from '@yoriai/identity';
import { Clock, Db, Outbox, Secrets, hashToken, jstDate, newId, refuse, type DateOnly, type Tx } from '@yoriai/platform';
import type { Actor, Role } from '../actor/actor.js';
import { mayInvite, wardInvites } from '../officer-term/officer-term.policy.js';
import { termDaysVerdict, usualTermEnd } from '../officer-term/officer-term.rules.js';
import { Organisations, type OrganisationSummary } from '../organisation/organisation.service.js';
import { InvitationRepository, type InvitationRow } from './invitation.repository.js';
import { invitationExpiry, invitationState, invitationVerdict } from './invitation.rules.js';

/** Whom to invite to what. Without days the term begins today and ends with the next but one fiscal year. */
export interface InvitationInput {
  email: string;
  role: Role;
  title: string;
  name?: string | undefined;
  /** The letter goes out in it, and a new account begins with it: nobody else knows yet what the invited person reads. Japanese, the ward's language, where nothing was chosen. */
  language?: Language | undefined;
  startsOn?: DateOnly | undefined;
  endsOn?: DateOnly | undefined;
}

/** An open invitation as a list shows it. The address is contact data: show it to those who may see the officers' contacts. */
export interface OpenInvitation {
  id: string;
  organisationId: string;
  role: Role;
  title: string;
  name: string | null;
  email: string;
  invitedAt: Date;
  expiresAt: Date;
  state: 'open' | 'expired';
}

/** What the letter says, and the page behind its link. */
export interface InvitationView {
  email: string;
  name: string | null;
  /** Of the letter, as whoever invites chose it. */
  language: Language;
  organisation: OrganisationSummary;
  /** The ward office invites; otherwise the organisation does. */
  fromWard: boolean;
  role: Role;
  title: string;
  termStartsOn: DateOnly;
  termEndsOn: DateOnly;
  expiresAt: Date;
}

/** Invitations to officer terms: written, withdrawn, read. Accepting is in `InvitationAcceptance`. */
@Injectable()
export class Invitations {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly secrets: Secrets,
    private readonly invitations: InvitationRepository,
    private readonly organisations: Organisations,
  ) {}

  /**
   * Invites; an earlier open invitation to the same role and address stops working. Refuses
   * `organisation.not-found` (404), `invitation.role-not-allowed` (403), `invitation.role-not-here`,
   * `officer.term-dates`, `contact.email` (422).
   */
  async invite(actor: Actor, organisationId: string, input: InvitationInput): Promise<{ id: string; expiresAt: Date }> {
    return this.db.transaction(async (tx) => {
      const organisation = await this.organisations.seenBy(tx, actor, organisationId);
      const may = mayInvite(actor, organisation, input.role);
      if (may !== true) return refuse(may, { status: may === 'invitation.role-not-here' ? 422 : 403 });
      const { id, expiresAt } = await this.write(tx, organisationId, input, actor.personId);
      return { id, expiresAt };
    });
  }

  /** Writes an invitation without asking who may: for the operator (`invitedBy` null, role admin) and for {@link invite}. */
  async write(tx: Tx, organisationId: string, input: InvitationInput, invitedBy: string | null): Promise<{ id: string; token: string; expiresAt: Date }> {
    const email = normaliseEmail(input.email);
    if (!email.ok) return refuse('platform.invalid', { status: 422, fields: [{ field: 'email', code: email.code }] });
    const now = this.clock.now();
    const today = jstDate(now);
    const termStartsOn = input.startsOn ?? today;
    const termEndsOn = input.endsOn ?? usualTermEnd(termStartsOn);
    const days = termDaysVerdict({ startsOn: termStartsOn, endsOn: termEndsOn }, today);
    if (days !== true) return refuse(days, { status: 422, fields: [{ field: 'endsOn', code: days }] });

    const id = newId();
    const token = this.tokenOf(id);
    const expiresAt = invitationExpiry(now);
    const { role, title } = input;
    await this.invitations.replaceOpen(tx, { organisationId, role, email: email.value }, now);
    await this.invitations.add(tx, {
      id,
      organisationId,
      role,
      title,
      name: input.name ?? null,
      email: email.value,
      language: input.language ?? 'ja',
      termStartsOn,
      termEndsOn,
      tokenHash: hashToken(token),
      state: 'open',
      invitedBy,
      invitedAt: now,
      expiresAt,
    });
    await this.outbox.add(tx, 'associations.officer-invited', { invitationId: id });
    return { id, token, expiresAt };
  }

  /** Takes an invitation back. Refuses `invitation.not-found` (404), `invitation.role-not-allowed` (403), `invitation.not-open`. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const invitation = (await this.invitations.lock(tx, id)) ?? refuse('invitation.not-found', { status: 404 });
      const organisation = (await this.organisations.visible(tx, actor, invitation.organisationId)) ?? refuse('invitation.not-found', { status: 404 });
      const may = mayInvite(actor, organisation, invitation.role);
      if (may !== true) return refuse(may, { status: 403 });
      if (invitation.state !== 'open') return refuse('invitation.not-open');
      await this.invitations.close(tx, id, { state: 'withdrawn', by: actor.personId, at: this.clock.now() });
    });
  }

  /** Open invitations of an organisation, or of the ward. */
  async open(tx: Tx, organisationId?: string): Promise<OpenInvitation[]> {
    const now = this.clock.now();
    const found = await this.invitations.open(tx, organisationId);
    return found.map((row) => {
      const { id, role, title, name, email, invitedAt, expiresAt } = row;
      const state = invitationState(row, now) === 'expired' ? 'expired' : 'open';
      return { id, organisationId: row.organisationId, role, title, name, email, invitedAt, expiresAt, state };
    });
  }

  /** What the page behind a link shows; opening uses nothing up. Null when it is unknown, used, taken back or too old. */
  async byToken(token: string): Promise<InvitationView | null> {
    return this.db.read(async (tx) => {
      const invitation = await this.invitations.byTokenHash(tx, hashToken(token));
      return invitation && this.view(tx, invitation);
    });
  }

  /** What the letter of an invitation says, with the token for `/invitation/<token>`; null when there is nothing to send any more. */
  async letterOf(tx: Tx, invitationId: string): Promise<(InvitationView & { token: string }) | null> {
    const invitation = await this.invitations.byId(tx, invitationId);
    const view = invitation && (await this.view(tx, invitation));
    return view && { ...view, token: this.tokenOf(invitationId) };
  }

  /** Derived, so that the letter can be written again although only the hash is stored. */
  private tokenOf(invitationId: string): string {
    return this.secrets.sign('invitation', invitationId);
  }

  private async view(tx: Tx, invitation: InvitationRow): Promise<InvitationView | null> {
    if (invitationVerdict(invitation, this.clock.now()) !== 'open') return null;
    const { email, name, language, role, title, termStartsOn, termEndsOn, expiresAt } = invitation;
    const organisation = await this.organisations.byId(tx, invitation.organisationId);
    return { email, name, language, organisation, fromWard: wardInvites(organisation, role), role, title, termStartsOn, termEndsOn, expiresAt };
  }
}
