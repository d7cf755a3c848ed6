import { Injectable } from '@nestjs/common';
import { AccessLog } from '@yoriai/identity';
import { Clock, Db, hashToken, refuse, rows, type Tx } from '@yoriai/platform';
import { ApplicationRepository } from '../application/application.repository.js';
import { hasPlace } from '../consent/consent.mapper.js';
import { EventRepository } from '../event/event.repository.js';
import type { DayDecisionEntity } from './day-decision.entity.js';
import { DayDecisionRepository } from './day-decision.repository.js';

/** What somebody is asked about: their application or their duty, and when it was made. */
export interface AskedAbout {
  eventId: string;
  kind: 'application' | 'assignment';
  id: string;
  madeAt: Date;
}

/** The question まだ来られますか, and whether it was answered with yes. Who answers no has cancelled. */
export interface StillComingQuestion {
  reason: string | null;
  wasStartsAt: Date | null;
  saidYes: boolean;
}

/** A postponement with what was answered to it, by the ids of applications and assignments. */
export interface PostponementOfEvent {
  decidedAt: Date;
  reason: string | null;
  wasStartsAt: Date | null;
  yes: ReadonlySet<string>;
  cancelled: ReadonlySet<string>;
}

/** The answers to a postponement. Silence keeps the place. docs/adr/0041. */
@Injectable()
export class StillComing {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly applications: ApplicationRepository,
    private readonly events: EventRepository,
    private readonly decisions: DayDecisionRepository,
    private readonly accessLog: AccessLog,
  ) {}

  /** The question that stands for who was in before the event was put off; null where none does. */
  async question(tx: Tx, about: AskedAbout): Promise<StillComingQuestion | null> {
    const decision = await this.standing(tx, about);
    if (!decision) return null;
    const { reason, wasStartsAt } = decision;
    return { reason, wasStartsAt, saidYes: (await this.saidYes(tx, decision.id)).has(about.id) };
  }

  /** Yes, they still come; twice is the same as once, and false. Refuses `event.nobody-asks` (409) where no question stands. */
  async yes(tx: Tx, about: AskedAbout): Promise<boolean> {
    const decision = (await this.standing(tx, about)) ?? refuse('event.nobody-asks');
    const kept = await rows(tx, 'insert into events.still_coming (decision_id, about_kind, about_id, at) values ($1, $2, $3, $4) on conflict do nothing returning about_id', [decision.id, about.kind, about.id, this.clock.now()]);
    return kept.length > 0;
  }

  /** {@link question} for the holder of a ticket. */
  questionByTicket(token: string): Promise<StillComingQuestion | null> {
    return this.db.read(async (tx) => {
      const about = await this.byTicket(tx, token);
      return about && this.question(tx, about);
    });
  }

  /** {@link yes} by the link of a ticket. Refuses `application.ticket-unknown` (404), `event.nobody-asks` (409). */
  yesByTicket(token: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const found = await this.applications.byTicketHash(tx, hashToken(token));
      if (!found) return refuse('application.ticket-unknown', { status: 404 });
      if (!hasPlace(found)) return refuse('event.nobody-asks');
      await this.yes(tx, { eventId: found.event_id, kind: 'application', id: found.id, madeAt: found.created_at });
    });
  }

  /** {@link yes} as the holder of an application said it to whoever leads its event; logged the first time. The caller asks whether the actor does. Refuses `application.not-found` (404, also of another event), `event.nobody-asks` (409). */
  async yesHeard(tx: Tx, actorPersonId: string, { eventId, id }: { eventId: string; id: string }): Promise<void> {
    const found = await this.applications.byId(tx, id);
    if (found?.event_id !== eventId) return refuse('application.not-found', { status: 404 });
    if (!hasPlace(found)) return refuse('event.nobody-asks');
    if (await this.yes(tx, { eventId, kind: 'application', id, madeAt: found.created_at })) await this.accessLog.add(tx, { actorPersonId, action: 'postponement.yes-heard', subject: `application:${id}`, reason: `event:${eventId}` });
  }

  /** When an event was put off last, which applications and assignments said yes since, and which applications gave their places back; null where it never was. */
  async postponementOf(tx: Tx, eventId: string): Promise<PostponementOfEvent | null> {
    const decision = await this.decisions.latestPostponement(tx, eventId);
    if (!decision) return null;
    const { decidedAt, reason, wasStartsAt } = decision;
    const ended = await rows<{ application_id: string }>(
      tx,
      `select application_id from events.application_transition
       where event_id = $1 and at >= $2 and to_status in ('cancelled_by_applicant', 'cancelled_by_host')
         and (from_status = 'confirmed' or (from_status = 'guardian_pending' and application_id in (select application_id from events.application_transition where event_id = $1 and cause = 'consent-anew')))`,
      [eventId, decidedAt],
    );
    return { decidedAt, reason, wasStartsAt, yes: await this.saidYes(tx, decision.id), cancelled: new Set(ended.map(({ application_id }) => application_id)) };
  }

  private async saidYes(tx: Tx, decisionId: string): Promise<Set<string>> {
    const found = await rows<{ about_id: string }>(tx, 'select about_id from events.still_coming where decision_id = $1', [decisionId]);
    return new Set(found.map(({ about_id }) => about_id));
  }

  private async byTicket(tx: Tx, token: string): Promise<AskedAbout | null> {
    const found = await this.applications.byTicketHash(tx, hashToken(token));
    return found && hasPlace(found) ? { eventId: found.event_id, kind: 'application', id: found.id, madeAt: found.created_at } : null;
  }

  private async standing(tx: Tx, { eventId, madeAt }: AskedAbout): Promise<DayDecisionEntity | null> {
    const decision = await this.decisions.latestPostponement(tx, eventId);
    if (!decision || madeAt > decision.decidedAt) return null;
    const event = await this.events.byId(tx, eventId);
    return event?.state === 'published' && event.startsAt !== null && event.startsAt > this.clock.now() ? decision : null;
  }
}
