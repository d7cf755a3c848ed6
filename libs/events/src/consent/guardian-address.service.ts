import { Injectable } from '@nestjs/common';
import { normaliseEmail } from '@yoriai/identity';
import { Clock, Db, Outbox, hashToken, refuse, type Tx } from '@yoriai/platform';
import { ApplicationRepository, type BookingRow } from '../application/application.repository.js';
import { MOST_A_DAY } from '../application/application.rules.js';
import { lockFrame } from '../application/frame-counters.js';
import { TicketCodes } from '../application/ticket-codes.js';
import { askedToday } from './consent-rows.js';
import type { GuardianConsent } from './consent.entity.js';
import { ConsentRepository } from './consent.repository.js';
import { MOST_RESENT } from './consent.rules.js';

/** Where a guardian is asked, put right by whoever holds the ticket. */
@Injectable()
export class GuardianAddresses {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly applications: ApplicationRepository,
    private readonly consents: ConsentRepository,
    private readonly codes: TicketCodes,
  ) {}

  /**
   * Asks once more, at this address from now on, with a new link; whoever had the old one has nothing, and whoever reads the new one not their name. The day until which the place is
   * kept stays. Refuses `application.ticket-unknown` (404), `application.guardian-answered`, `.already-cancelled`, `.event-over` (409),
   * `application.guardian-own-email` (422), `application.guardian-resent-too-often`, `.contact-too-often` (429).
   */
  async askAt(token: string, typed: string): Promise<void> {
    const address = normaliseEmail(typed);
    if (!address.ok) return refuse('application.guardian-email-needed', { status: 422, fields: [{ field: 'email', code: 'application.guardian-email-needed' }] });
    const email = address.value;
    await this.db.transaction(async (tx) => {
      const held = (await this.applications.byTicketHash(tx, hashToken(token))) ?? refuse('application.ticket-unknown', { status: 404 });
      await lockFrame(tx, held.frame_id);
      const { booking, consent } = await this.open(tx, held);
      if (booking.contact_email === email) refuse('application.guardian-own-email', { status: 422, fields: [{ field: 'email', code: 'application.guardian-own-email' }] });
      await this.insistOnFew(tx, consent, email);
      const link = consent.link + 1;
      await this.consents.save(tx, { ...consent, guardianEmail: email, guardianName: null, relation: null, link, tokenHash: this.codes.consent(consent.applicationId, link).hash, resentAt: this.clock.now() });
      await this.outbox.add(tx, 'events.consent-asked', { applicationId: consent.applicationId, eventId: consent.eventId, personId: booking.person_id, ...(consent.anew && { anew: true as const }) });
    });
  }

  /** A guardian who has something to answer, as it stands under the lock. */
  private async open(tx: Tx, held: BookingRow): Promise<{ booking: BookingRow; consent: GuardianConsent }> {
    const root = held.part_of ?? held.id;
    const [[consent], booking] = [await this.consents.byApplications(tx, [root]), await this.applications.byId(tx, root)];
    // Where a guardian applied there is nobody else to ask.
    if (!booking || !consent?.guardianEmail || consent.givenAt !== null) return refuse('application.guardian-answered');
    if ((await this.consents.group(tx, root)).length === 0) refuse('application.already-cancelled');
    if (booking.state !== 'published' || (booking.starts_at !== null && this.clock.now() >= booking.starts_at)) refuse('application.event-over');
    return { booking, consent };
  }

  private async insistOnFew(tx: Tx, consent: GuardianConsent, email: string): Promise<void> {
    const retryAfter = 24 * 60 * 60;
    if (consent.link >= MOST_RESENT) refuse('application.guardian-resent-too-often', { status: 429, retryAfter });
    const times = (await askedToday(tx, [email], this.clock.now())).get(email) ?? 0;
    if (times >= MOST_A_DAY) refuse('application.contact-too-often', { status: 429, retryAfter });
  }
}
