import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { normaliseEmail, normalisePhone } from '@yoriai/identity';
import { Clock, Db, Outbox, refuse, type Tx } from '@yoriai/platform';
import type { ApplicationAnswer, ApplyRequest, ProxyApplyRequest } from './application.dto.js';
import { ApplicationRepository } from './application.repository.js';
import { mayResend } from './application.rules.js';
import { SignUpDesk, type Wish } from './sign-up-desk.js';

/** What the second caller hears: the outer shape of every answer, and nothing about anybody. */
const RECEIVED: ApplicationAnswer = { id: null, number: null, status: 'received', waitlistPosition: null, ticketUrl: null, rest: null };

/** At most so many tickets go out for one lost number. */
const RESEND_LIMIT = 20;

/** Asking for places (申込). */
@Injectable()
export class SignUps {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly applications: ApplicationRepository,
    private readonly desk: SignUpDesk,
  ) {}

  /**
   * Asks for places, with or without an account. Answers a place, a place in the queue, or `received`
   * when the same person is in already, by record or by name and contact (their ticket is sent to that contact again). Refuses
   * `event.not-found` (404), `application.closed`, `.not-open-yet`, `.event-cancelled`,
   * `.volunteers-take-shifts`, `.contact-full` (409), `.contact-too-often` (429), `.too-many-heads`, `.names-needed`, `.names-not-asked`, `.group-needed`, `.group-not-asked`, `.contact-missing`, `.frame-unknown` (422).
   */
  async apply(actor: Actor | null, request: ApplyRequest & Wish): Promise<ApplicationAnswer> {
    const said = await this.desk.ask({ actor, request, channel: 'web', ...contactOf(request) });
    if (said.kind === 'placed') return said.answer;
    if (said.kind === 'refused') throw said.refusal;
    await this.db.transaction((tx) => this.sendAgain(tx, [said.applicationId]));
    return RECEIVED;
  }

  /** A leader enters what came by phone, at the desk or on paper. Refuses like {@link apply}, `application.leaders-only` (403), `application.duplicate`. */
  async enter(actor: Actor, request: ProxyApplyRequest & Wish): Promise<ApplicationAnswer> {
    const said = await this.desk.ask({ actor, request, channel: request.channel, ...contactOf(request) });
    if (said.kind === 'placed') return said.answer;
    if (said.kind === 'refused') throw said.refusal;
    return refuse('application.duplicate');
  }

  /**
   * Sends the tickets of a contact again, at most every ten minutes each. Always the same answer, so nobody
   * learns who takes part. `from` is where the request comes from; who asks too often is refused
   * `platform.too-often` (429), whether or not the contact is known.
   */
  async resend(contact: string, from: string): Promise<void> {
    const phone = normalisePhone(contact);
    const email = normaliseEmail(contact);
    if (!phone.ok && !email.ok) return;
    if (!(await this.applications.countResend(phone.ok ? phone.value : email.ok ? email.value : '', from))) return;
    await this.db.transaction(async (tx) => {
      const wanted = { phone: phone.ok ? phone.value : null, email: email.ok ? email.value : null };
      const found = await this.applications.ofContact(tx, wanted, this.clock.now(), RESEND_LIMIT);
      await this.sendAgain(
        tx,
        found.map((each) => each.id),
      );
    });
  }

  private async sendAgain(tx: Tx, applicationIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    // In id order, like everybody who takes several of these rows.
    for (const id of [...applicationIds].sort()) {
      const found = await this.applications.byId(tx, id);
      if (!found || !mayResend(found.ticket_resent_at, now)) continue;
      await this.applications.markResent(tx, [id], now);
      await this.outbox.add(tx, 'events.application-repeated', { applicationId: id, eventId: found.event_id, personId: found.person_id });
    }
  }
}

function contactOf(request: ApplyRequest): { contactPhone: string | null; contactEmail: string | null } {
  const phone = request.phone ? normalisePhone(request.phone) : null;
  const email = request.email ? normaliseEmail(request.email) : null;
  const fields = [
    ...(phone && !phone.ok ? [{ field: 'phone', code: phone.code }] : []),
    ...(email && !email.ok ? [{ field: 'email', code: email.code }] : []),
    ...(!phone && !email ? [{ field: 'phone', code: 'application.contact-missing' }] : []),
  ];
  if (fields.length > 0) return refuse('platform.invalid', { status: 422, fields });
  return { contactPhone: phone?.ok ? phone.value : null, contactEmail: email?.ok ? email.value : null };
}
