import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { People, normaliseEmail, normalisePhone, searchKey, type Language } from '@yoriai/identity';
import { Clock, Db, Outbox, newId, refuse, type Tx } from '@yoriai/platform';
import type { ApplicationAnswer, ApplyRequest, ProxyApplyRequest } from './application.dto.js';
import type { Channel } from './application.entity.js';
import { mayManageApplications } from './application.policy.js';
import { ApplicationRepository } from './application.repository.js';
import { headsVerdict, mayResend, openVerdict, type Verdict } from './application.rules.js';
import { reserve, type PlaceRequest } from './reserve.js';
import { TicketCodes } from './ticket-codes.js';
import { Turnstile } from './turnstile.js';

/** Rolls the transaction back: somebody with this name and contact is in this frame already. */
class Repeated extends Error {
  constructor(readonly applicationId: string) {
    super('The same person has an active application in this frame.');
  }
}

/** What the second caller hears: the outer shape of every answer, and nothing about anybody. */
const RECEIVED: ApplicationAnswer = { id: null, number: null, status: 'received', waitlistPosition: null, ticketUrl: null };

/** At most so many tickets go out for one lost number. */
const RESEND_LIMIT = 20;

/** Sign-ups that one process works on at once: fewer than it has connections, since on a hot frame they only wait for each other. */
const ABREAST = 12;

/** What is asked besides what is typed. */
interface Wish {
  eventId: string;
  /** The language of the page; letters about it go out in the one their reader was last seen with. */
  language?: Language;
}

/** Asking for places (申込). */
@Injectable()
export class SignUps {
  private readonly turnstile = new Turnstile(ABREAST);

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly people: People,
    private readonly applications: ApplicationRepository,
    private readonly codes: TicketCodes,
  ) {}

  /**
   * Asks for places, with or without an account. Answers a place, a place in the queue, or `received`
   * when the same person is in already, by record or by name and contact (their ticket is sent to that contact again). Refuses
   * `event.not-found` (404), `application.closed`, `.not-open-yet`, `.event-cancelled`,
   * `.volunteers-take-shifts`, `.contact-full` (409), `.contact-too-often` (429), `.too-many-heads`, `.contact-missing`, `.frame-unknown` (422).
   */
  async apply(actor: Actor | null, request: ApplyRequest & Wish): Promise<ApplicationAnswer> {
    try {
      return await this.turnstile.through(() => this.signUp(actor, request, 'web'));
    } catch (error) {
      if (!(error instanceof Repeated)) throw error;
      await this.db.transaction((tx) => this.sendAgain(tx, [error.applicationId]));
      return RECEIVED;
    }
  }

  /** A leader enters what came by phone, at the desk or on paper. Refuses like {@link apply}, `application.leaders-only` (403), `application.duplicate`. */
  async enter(actor: Actor, request: ProxyApplyRequest & Wish): Promise<ApplicationAnswer> {
    try {
      return await this.signUp(actor, request, request.channel);
    } catch (error) {
      if (!(error instanceof Repeated)) throw error;
      return refuse('application.duplicate');
    }
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

  private signUp(actor: Actor | null, request: ApplyRequest & Wish, channel: Channel): Promise<ApplicationAnswer> {
    const contact = contactOf(request);
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await this.judgeEarly(tx, actor, request, channel, now);
      const key = searchKey(request.name);
      const self = channel === 'web' && actor && searchKey(actor.name) === key;
      const personId = self ? actor.personId : await this.people.add(tx, request);
      if (self && request.language) await this.people.speak(tx, personId, request.language);

      const applicationId = newId();
      const asked: PlaceRequest = {
        ...{ applicationId, frameId: request.frameId, personId, heads: request.heads, searchKey: key, channel },
        ...contact,
        number: this.codes.number(applicationId),
        ticketHash: this.codes.hash(applicationId),
        enteredBy: channel === 'web' ? null : (actor?.personId ?? null),
      };
      const [verdict] = await reserve(tx, [asked], now);
      if (verdict!.kind === 'repeated') throw new Repeated(verdict!.applicationId);
      if (verdict!.kind === 'refused') return say(verdict!.code);

      const facts = { applicationId, eventId: request.eventId, personId };
      await this.outbox.add(tx, verdict!.kind === 'confirmed' ? 'events.application-confirmed' : 'events.application-waitlisted', facts);
      const waitlistPosition = verdict!.kind === 'waitlisted' ? verdict!.position : null;
      return { id: applicationId, number: asked.number, status: verdict!.kind, waitlistPosition, ticketUrl: this.codes.url(applicationId) };
    });
  }

  /** Says no before a person is written down and a frame is locked; the same rules decide again under the lock. */
  private async judgeEarly(tx: Tx, actor: Actor | null, request: ApplyRequest & Wish, channel: Channel, now: Date): Promise<void> {
    const frame = await this.applications.frameFacts(tx, request.eventId, request.frameId);
    if (!frame?.public) return refuse('event.not-found', { status: 404 });
    const proxy = channel !== 'web';
    if (proxy && !(actor && mayManageApplications(actor, { organisationId: frame.organisation_id, category: frame.category }))) {
      return refuse('application.leaders-only', { status: 403 });
    }
    if (frame.frame_id === null) return say('application.frame-unknown');
    const times = { startsAt: frame.starts_at, endsAt: frame.ends_at, opensAt: frame.opens_at, closesAt: frame.closes_at };
    insist(openVerdict({ state: frame.state, kind: frame.kind, ...times }, channel, now));
    insist(headsVerdict({ capacity: frame.capacity, perApplicationMax: frame.per_application_max }, request.heads));
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

const FIELD_OF: Readonly<Record<string, string>> = { 'application.too-many-heads': 'heads', 'application.frame-unknown': 'frameId' };

function insist(verdict: Verdict): void {
  if (verdict !== true) say(verdict);
}

function say(code: Exclude<Verdict, true>): never {
  if (code === 'application.contact-too-often') return refuse(code, { status: 429, retryAfter: 24 * 60 * 60 });
  const field = FIELD_OF[code];
  return refuse(code, field ? { status: 422, fields: [{ field, code }] } : {});
}
