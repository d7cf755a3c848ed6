import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Db, refuse, type Tx } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import type { ApplicationLine, ApplicationList } from './application.dto.js';
import type { ApplicationStatus } from './application.entity.js';
import { ApplicantLines } from './applicant-lines.js';
import { maySeeApplications } from './application.policy.js';
import { isActive } from './application.rules.js';
import { stoodWhenCalledOff } from './called-off.js';

/** Not in any more, and still in the list: who was declined, and who let an offer run out, rings about it. */
const STILL_LISTED: ReadonlySet<ApplicationStatus> = new Set(['declined', 'expired']);

const NOBODY: ReadonlyMap<string, ApplicationStatus> = new Map();

/** The list of applicants with names and contacts (L3): every reading of it is logged. */
@Injectable()
export class ApplicantList {
  constructor(
    private readonly db: Db,
    private readonly accessLog: AccessLog,
    private readonly lines: ApplicantLines,
    private readonly loader: EventLoader,
  ) {}

  /**
   * The active applications of an event for those who lead it, and after them whom the host declined and whose offer ran out: the confirmed in kana order, then those who
   * were offered a place, then those who wait in their order. Of an event that was called off, also those who had applied until then. Refuses `event.not-found` (404), `application.leaders-only` (403).
   */
  ofEvent(actor: Actor, eventId: string): Promise<ApplicationList> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.loader.read(tx, actor, eventId);
      if (!maySeeApplications(actor, event)) return refuse('application.leaders-only', { status: 403 });
      const stood = event.state === 'cancelled' ? await stoodWhenCalledOff(tx, eventId) : NOBODY;
      const items = await this.lines.of(tx, eventId, ({ id, status }) => isActive(status) || STILL_LISTED.has(status) || stood.has(id), stood);
      await this.accessLog.add(tx, { actorPersonId: actor.personId, action: 'applications.contacts-read', subject: `event:${eventId}`, rowCount: items.length });
      return { items };
    });
  }

  /** The active ones. Neither are rights asked here nor is the read logged; the caller does both. */
  list(tx: Tx, eventId: string): Promise<ApplicationLine[]> {
    return this.lines.of(tx, eventId, ({ status }) => isActive(status));
  }
}
