import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, Outbox, hashToken, refuse, type Tx } from '@yoriai/platform';
import { asksOf } from '../asks/asks.rules.js';
import { answersOf, answersVerdict, type AnswersSaid } from '../asks/questions.rules.js';
import { askOfPlaces } from '../consent/consent-rows.js';
import type { ApplicationStatus, TransitionCause } from './application.entity.js';
import { mayManageApplications } from './application.policy.js';
import { ApplicationRepository, type BookingRow } from './application.repository.js';
import { acceptVerdict, answerVerdict, fitting, freeIn, promoteVerdict, type Verdict } from './application.rules.js';
import { ApplicationEndings } from './application-endings.service.js';
import { lockFrame, moveUp } from './frame-counters.js';
import { Parting } from './parting.js';

/** What happens to an application after it was made. Its frame is locked first, always. */
@Injectable()
export class ApplicationChanges {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly applications: ApplicationRepository,
    private readonly endings: ApplicationEndings,
    private readonly parting: Parting,
  ) {}

  /**
   * The holder gives the places back; they are offered to those who wait, in their order. Refuses
   * `application.ticket-unknown` (404), `application.already-cancelled`, `application.event-over`, `application.received` (409).
   */
  async cancelByTicket(token: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const found = await this.applications.byTicketHash(tx, hashToken(token));
      if (!found) return refuse('application.ticket-unknown', { status: 404 });
      await this.endings.end(tx, found.id, { status: 'cancelled_by_applicant', cause: 'ticket', reason: null, actorPersonId: null });
    });
  }

  /** The holder takes the place that is kept for them. Refuses `application.ticket-unknown` (404), `application.offer-over`, `application.event-over` (409); a place they have already is theirs. */
  async acceptByTicket(token: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const found = await this.applications.byTicketHash(tx, hashToken(token));
      if (!found) return refuse('application.ticket-unknown', { status: 404 });
      await lockFrame(tx, found.frame_id);
      const { id, event_id: eventId, person_id: personId, status, state, offer_ends_at: offerEndsAt, starts_at: startsAt } = await this.fresh(tx, found.id);
      // Pressed twice, or given to them by the host meanwhile.
      if (status === 'confirmed' || status === 'guardian_pending') return;
      insist(acceptVerdict({ status, state, offerEndsAt, startsAt }, this.clock.now()));
      const to = await this.applications.confirm(tx, id, this.clock.now());
      await this.log(tx, id, eventId, { from: 'offered', to, cause: 'acceptance', reason: null, actorPersonId: null });
      await this.outbox.add(tx, 'events.application-promoted', { applicationId: id, eventId, personId });
      await askOfPlaces(tx, this.outbox, [id], this.clock.now());
    });
  }

  /**
   * The holder says something else to what the host asks. Refuses `application.ticket-unknown` (404), `application.event-over`,
   * `.already-cancelled` (409), `.answer-needed`, `.answer-choice`, `.answer-not-asked` (422).
   */
  async answerByTicket(token: string, said: AnswersSaid): Promise<void> {
    await this.db.transaction(async (tx) => {
      const found = await this.applications.byTicketHash(tx, hashToken(token));
      if (!found) return refuse('application.ticket-unknown', { status: 404 });
      // What a guardian signs meanwhile is what they have read.
      await lockFrame(tx, found.frame_id);
      const { status, state, starts_at: startsAt, part_of: partOf, asks } = await this.fresh(tx, found.id);
      insist(answerVerdict({ status, state, startsAt, partOf }, this.clock.now()));
      const verdict = answersVerdict(asksOf({ asks }), said);
      if (verdict !== true) return refuse(verdict.code, { status: 422, fields: [verdict] });
      await this.applications.sealed.setAnswers(tx, found.id, answersOf(said));
    });
  }

  /** A leader cancels, e.g. because the applicant phoned. Refuses `application.not-found` (404), `application.already-cancelled`, `application.event-over`, `application.received` (409). */
  async cancel(actor: Actor, id: string, reason: string | null): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { event_id: eventId } = await this.managed(tx, actor, id);
      await this.endings.end(tx, id, { status: 'cancelled_by_host', cause: 'host', reason, actorPersonId: actor.personId });
      return eventId;
    });
  }

  /**
   * Gives whose turn it is a place, or whoever was offered one and said yes by telephone. Refuses `application.not-found` (404, also for those who do not
   * lead the event), `application.not-waiting`, `.not-first`, `.not-enough-places`, `.event-over` (409).
   */
  async promote(actor: Actor, id: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { frame_id: frameId } = await this.managed(tx, actor, id);
      const counters = await lockFrame(tx, frameId);
      const booking = await this.fresh(tx, id);
      const { event_id: eventId, person_id: personId, status, state, ends_at: endsAt, next } = booking;
      const group = { heads: booking.heads, partIsFine: booking.part_is_fine };
      insist(promoteVerdict({ status, state, endsAt, next, ...group, ...counters! }, this.clock.now()));

      const to = await this.applications.confirm(tx, id, this.clock.now());
      if (status === 'waitlisted') {
        const heads = fitting(group, freeIn(counters!));
        await moveUp(tx, frameId, heads);
        if (heads < group.heads) await this.parting.part(tx, booking, heads);
      }
      await this.log(tx, id, eventId, { from: status, to, cause: 'promotion', reason: null, actorPersonId: actor.personId });
      await this.outbox.add(tx, 'events.application-promoted', { applicationId: id, eventId, personId, ...(status === 'offered' && { asked: true as const }) });
      await askOfPlaces(tx, this.outbox, [id], this.clock.now());
      return eventId;
    });
  }

  private async managed(tx: Tx, actor: Actor, id: string): Promise<BookingRow> {
    const found = await this.fresh(tx, id);
    // Whether somebody applied elsewhere is nobody's business: unseen, not forbidden.
    const leads = mayManageApplications(actor, { organisationId: found.organisation_id, category: found.category });
    return leads ? found : refuse('application.not-found', { status: 404 });
  }

  private async fresh(tx: Tx, id: string): Promise<BookingRow> {
    return (await this.applications.byId(tx, id)) ?? refuse('application.not-found', { status: 404 });
  }

  private async log(
    tx: Tx,
    applicationId: string,
    eventId: string,
    change: { from: ApplicationStatus; to: ApplicationStatus; cause: TransitionCause; reason: string | null; actorPersonId: string | null },
  ): Promise<void> {
    const { from: fromStatus, to: toStatus, cause, reason, actorPersonId } = change;
    await this.applications.log(tx, { applicationId, eventId, fromStatus, toStatus, cause, reason, actorPersonId, at: this.clock.now() });
  }
}

function insist(verdict: Verdict): void {
  if (verdict !== true) refuse(verdict);
}
