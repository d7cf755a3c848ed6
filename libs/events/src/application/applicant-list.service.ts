import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog, People } from '@yoriai/identity';
import { Clock, Db, refuse, type Tx } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import type { ApplicationLine, ApplicationList } from './application.dto.js';
import type { ApplicationStatus } from './application.entity.js';
import { toApplicationLine } from './application.mapper.js';
import { maySeeApplications } from './application.policy.js';
import { ApplicationRepository } from './application.repository.js';
import { isActive } from './application.rules.js';
import { latestAmendments } from '../amendment/amendment.repository.js';

/** The list of applicants with names and contacts (L3): every reading of it is logged. */
@Injectable()
export class ApplicantList {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly accessLog: AccessLog,
    private readonly applications: ApplicationRepository,
    private readonly loader: EventLoader,
  ) {}

  /**
   * The active applications of an event for those who lead it, and after them whom the host declined: the confirmed in kana order, then those who
   * were offered a place, then those who wait in their order. Refuses `event.not-found` (404), `application.leaders-only` (403).
   */
  ofEvent(actor: Actor, eventId: string): Promise<ApplicationList> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.loader.read(tx, actor, eventId);
      if (!maySeeApplications(actor, event)) return refuse('application.leaders-only', { status: 403 });
      const items = await this.lines(tx, eventId, (status) => isActive(status) || status === 'declined');
      await this.accessLog.add(tx, { actorPersonId: actor.personId, action: 'applications.contacts-read', subject: `event:${eventId}`, rowCount: items.length });
      return { items };
    });
  }

  /** The active ones. Neither are rights asked here nor is the read logged; the caller does both. */
  list(tx: Tx, eventId: string): Promise<ApplicationLine[]> {
    return this.lines(tx, eventId, isActive);
  }

  private async lines(tx: Tx, eventId: string, wanted: (status: ApplicationStatus) => boolean): Promise<ApplicationLine[]> {
    const active = (await this.applications.ofEvent(tx, eventId)).filter((row) => wanted(row.status));
    const people = await this.people.summaries(tx, [...new Set(active.map((row) => row.person_id))]);
    const amended = await latestAmendments(tx, active.map(({ id }) => id));
    const now = this.clock.now();
    const lines = active.flatMap((row) => {
      const person = people.get(row.person_id);
      return person ? [{ line: toApplicationLine(row, person, now, amended.get(row.id) ?? null), kanaKey: person.kanaKey }] : [];
    });
    lines.sort((a, b) => waitingLast(a.line, b.line) || (a.kanaKey < b.kanaKey ? -1 : a.kanaKey > b.kanaKey ? 1 : 0));
    return lines.map(({ line }) => line);
  }
}

function waitingLast(a: ApplicationLine, b: ApplicationLine): number {
  return rank(a) === rank(b) ? 0 : rank(a) - rank(b);
}

/** The confirmed and those who have entered a draw, those whose guardian is asked, those who were asked, those who wait, those who were declined. */
const rank = ({ status, waitlistPosition }: ApplicationLine): number => (status === 'declined' ? Infinity : status === 'guardian_pending' ? 0.25 : status === 'offered' ? 0.5 : (waitlistPosition ?? 0));
