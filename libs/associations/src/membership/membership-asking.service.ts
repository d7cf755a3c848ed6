import { Injectable } from '@nestjs/common';
import { normaliseEmail, normalisePhone, type Language } from '@yoriai/identity';
import { Clock, Db, Outbox, RateLimits, Secrets, hashToken, jstDate, newId, refuse, type Tx } from '@yoriai/platform';
import type { MembershipWish } from './membership.dto.js';
import { MembershipRepository, type JoinableOrganisation, type MembershipRow } from './membership.repository.js';
import { askVerdict, membershipVerdict } from './membership.rules.js';

const BY_PLACE = { name: 'associations.membership', most: 20, minutes: 60 };
const A_DAY = 24 * 60 * 60 * 1000;

/** 加入の相談 as the people see it who ask without a login: they ask; from then on they come by their link. */
@Injectable()
export class MembershipAsking {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly limits: RateLimits,
    private readonly secrets: Secrets,
    private readonly requests: MembershipRepository,
  ) {}

  /** Associations that can be asked today, all of them public: by area, the federation last. */
  choices(): Promise<JoinableOrganisation[]> {
    return this.db.read((tx) => this.requests.joinable(tx, this.today()));
  }

  /** Asks an association; answers the secret of the request's page. Refuses `platform.too-often`, `membership.too-often` (429), `membership.contact-missing`, `membership.organisation-unknown` (422), `membership.enough` (409). */
  async ask(wish: MembershipWish, { language, from }: { language: Language; from: string }): Promise<string> {
    const [phone, email] = [wish.phone === undefined ? null : normalisePhone(wish.phone), wish.email === undefined ? null : normaliseEmail(wish.email)];
    const contact = { contactPhone: phone?.ok ? phone.value : null, contactEmail: email?.ok ? email.value : null };
    if (contact.contactPhone === null && contact.contactEmail === null) return refuse('platform.invalid', { status: 422, fields: [{ field: 'phone', code: 'membership.contact-missing' }] });
    await this.limits.hit(BY_PLACE, from);
    const [id, createdAt] = [newId(), this.clock.now()];
    await this.db.transaction(async (tx) => {
      const asked = (await this.requests.joinable(tx, this.today())).find(({ slug }) => slug === wish.organisation);
      if (!asked) return refuse('platform.invalid', { status: 422, fields: [{ field: 'organisation', code: 'membership.organisation-unknown' }] });
      const verdict = askVerdict(await this.requests.heldBy(tx, contact, new Date(createdAt.getTime() - A_DAY)));
      if (verdict !== true) return refuse(verdict, verdict === 'membership.too-often' ? { status: 429, retryAfter: A_DAY / 1000 } : {});
      const content = { ...contact, contactName: wish.contactName.trim(), note: wish.note?.trim() || null, language };
      await this.requests.insert(tx, { id, ticketHash: hashToken(this.ticketOf(id)), organisationId: asked.id, ...content, state: 'waiting', createdAt });
      return this.outbox.add(tx, 'associations.membership-asked', { membershipId: id });
    });
    return this.ticketOf(id);
  }

  /** By the secret in its link. Refuses `membership.not-found` (404). */
  byToken(token: string): Promise<MembershipRow> {
    return this.db.read((tx) => this.found(tx, token));
  }

  /** Takes it back: who asked is forgotten at once. Refuses `membership.not-found` (404), `membership.is-withdrawn`, `membership.forgotten` (409). */
  withdraw(token: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { id } = await this.found(tx, token);
      const request = (await this.requests.lock(tx, id)) ?? refuse('membership.not-found', { status: 404 });
      const verdict = membershipVerdict(request, 'withdrawn');
      if (verdict !== true) return refuse(verdict);
      const at = this.clock.now();
      await this.requests.move(tx, id, { state: 'withdrawn', contactedBy: null, at });
      await this.requests.forgetOne(tx, id, at);
      return this.outbox.add(tx, 'associations.memberships-forgotten', { membershipIds: [id] });
    });
  }

  /** For letters. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, MembershipRow>> {
    return new Map((await this.requests.byIds(tx, ids)).map((each) => [each.id, each]));
  }

  /** For letters: those of these organisations for which somebody waits. */
  awaited(tx: Tx, organisationIds: readonly string[]): Promise<Set<string>> {
    return this.requests.awaited(tx, organisationIds);
  }

  /** Forgets who asked, thirty days after they were called, ninety where nobody answers; letters about it hear of it. Any number of workers; answers how many. */
  sweep(now: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      const membershipIds = await this.requests.forget(tx, now);
      if (membershipIds.length > 0) await this.outbox.add(tx, 'associations.memberships-forgotten', { membershipIds });
      return membershipIds.length;
    });
  }

  /** The secret of the page of a request (docs/adr/0007). */
  private ticketOf(id: string): string {
    return this.secrets.sign('membership', id);
  }

  private async found(tx: Tx, token: string): Promise<MembershipRow> {
    return (await this.requests.byTicketHash(tx, hashToken(token))) ?? refuse('membership.not-found', { status: 404 });
  }

  private today(): string {
    return jstDate(this.clock.now());
  }
}
