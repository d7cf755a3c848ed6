import { Injectable } from '@nestjs/common';
import { People } from '@yoriai/identity';
import { Clock, Db, hashToken, refuse, type Tx } from '@yoriai/platform';
import type { TicketAnswer } from './application.dto.js';
import { ApplicationRepository } from './application.repository.js';
import { isActive } from './application.rules.js';
import { toBooking, toTicketAnswer, type Booking } from './application.mapper.js';
import { TicketCodes } from './ticket-codes.js';
import { lineAmend } from '../amendment/amended.mapper.js';
import { AmendmentRepository, amendmentsOf } from '../amendment/amendment.repository.js';

/** Reading applications: for other contexts, for ticket holders. Those who lead the event read ApplicantList. */
@Injectable()
export class Applications {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly applications: ApplicationRepository,
    private readonly codes: TicketCodes,
    private readonly amendments: AmendmentRepository,
  ) {}

  /** The application that a ticket's token stands for; null for a token nobody knows. */
  async byTicket(tx: Tx, token: string): Promise<Booking | null> {
    const found = await this.applications.byTicketHash(tx, hashToken(token));
    return found ? toBooking(found) : null;
  }

  /** Applications by id; an unknown id is absent. One statement for any number. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, Booking>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.applications.byIds(tx, ids)).map((row) => [row.id, toBooking(row)]));
  }

  /** The application of an event that has this number; null where none has. No rights are asked here: the caller counts guesses. */
  async byNumber(tx: Tx, eventId: string, number: string): Promise<Booking | null> {
    const found = await this.applications.byNumber(tx, eventId, number);
    return found ? toBooking(found) : null;
  }

  /** All applications of an event, cancelled ones too, in the order they came. */
  async ofEvent(tx: Tx, eventId: string): Promise<Booking[]> {
    return (await this.applications.ofEvent(tx, eventId)).map(toBooking);
  }

  /** Those with a place at this moment, also while a guardian is asked anew. */
  async comingOf(tx: Tx, eventId: string): Promise<Booking[]> {
    return (await this.ofEvent(tx, eventId)).filter((booking) => booking.hasPlace);
  }

  /** Those with a place, those who are offered one, and those who wait. */
  async activeOf(tx: Tx, eventId: string): Promise<Booking[]> {
    return (await this.ofEvent(tx, eventId)).filter(({ status }) => isActive(status));
  }

  /** Those whose application ended because the event was called off; in the order they came. */
  async endedWithEvent(tx: Tx, eventId: string): Promise<Booking[]> {
    return (await this.applications.endedWithEvent(tx, eventId)).map(toBooking);
  }

  /** A person's applications, soonest event first. */
  async ofPerson(tx: Tx, personId: string): Promise<Booking[]> {
    return (await this.applications.ofPerson(tx, personId)).map(toBooking);
  }

  /**
   * The reception's word: its holder is there since `at`, or (null) was taken back. As long as they are
   * there nobody cancels the application, so that places and heads at the door stay one sum.
   */
  received(tx: Tx, applicationId: string, at: Date | null): Promise<void> {
    return this.applications.setReceived(tx, applicationId, at);
  }

  /** The link of a ticket, made again from the application's id. */
  ticketUrl(applicationId: string): string {
    return this.codes.url(applicationId);
  }

  /** The ticket as its holder sees it. Refuses `application.ticket-unknown` (404). */
  ticket(token: string): Promise<TicketAnswer> {
    return this.db.read(async (tx) => {
      const row = await this.applications.byTicketHash(tx, hashToken(token));
      if (!row) return refuse('application.ticket-unknown', { status: 404 });
      const person = await this.people.byId(tx, row.person_id);
      const partUrls = (await this.applications.partsOf(tx, row.id)).map((id) => this.codes.url(id));
      const latest = (await amendmentsOf(tx, [row.id])).get(row.id)?.[0] ?? null;
      const now = this.clock.now();
      const frame = lineAmend(row, 'ticket', now) === true ? await this.amendments.frameOf(tx, row) : null;
      const amended = { frame, latest, email: await this.amendments.emailChangeOf(tx, row.id), read: this.codes.read(row, person) };
      return toTicketAnswer(row, { person, ticketUrl: this.codes.url(row.id), partUrls, amended, now });
    });
  }
}
