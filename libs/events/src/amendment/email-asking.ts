import { Injectable } from '@nestjs/common';
import { Clock, Outbox, refuse, type Tx } from '@yoriai/platform';
import type { BookingRow } from '../application/application.repository.js';
import { MOST_A_DAY } from '../application/application.rules.js';
import { TicketCodes } from '../application/ticket-codes.js';
import { AmendmentRepository } from './amendment.repository.js';
import { MOST_EMAIL_CHANGES } from './amendment.rules.js';

const DAY = 24 * 60 * 60 * 1000;

/** Asks a new address whether it is theirs, before anything goes there. The frame is locked. */
@Injectable()
export class EmailAsking {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly amendments: AmendmentRepository,
    private readonly codes: TicketCodes,
  ) {}

  /** Each asking ends the link before it. One address has so many letters in a day, whichever tickets name it, and in whichever order: `application.amend-too-often`, `.contact-too-often` (429). */
  async ask(tx: Tx, row: BookingRow, email: string): Promise<void> {
    const now = this.clock.now();
    const retryAfter = DAY / 1000;
    const before = await this.amendments.emailChangeOf(tx, row.id);
    if ((before?.link ?? 0) >= MOST_EMAIL_CHANGES) refuse('application.amend-too-often', { status: 429, retryAfter });
    const address = this.codes.addressAsked(email);
    if ((await this.amendments.askedSince(tx, address, new Date(now.getTime() - DAY))) >= MOST_A_DAY) refuse('application.contact-too-often', { status: 429, retryAfter });
    const link = (before?.link ?? 0) + 1;
    const change = { applicationId: row.id, eventId: row.event_id, email, tokenHash: this.codes.emailChange(row.id, link).hash, link, askedAt: now, confirmedAt: null };
    await this.amendments.saveEmailChange(tx, change);
    await this.amendments.addAsked(tx, change, address);
    await this.outbox.add(tx, 'events.email-change-asked', { applicationId: row.id, eventId: row.event_id, personId: row.person_id, link });
  }

  /** Another address was written down meanwhile, by the host or the one that stands: what was asked before counts no more. */
  async settle(tx: Tx, row: BookingRow, email: string | undefined): Promise<void> {
    const before = email === undefined ? null : await this.amendments.emailChangeOf(tx, row.id);
    if (before !== null && before.email !== null) await this.amendments.saveEmailChange(tx, { ...before, email: null, tokenHash: this.codes.emailChange(row.id, before.link + 1).hash, link: before.link + 1, confirmedAt: this.clock.now() });
  }
}
