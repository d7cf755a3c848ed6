import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Db, refuse, type Tx } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import { partlyHidden, phonePartlyHidden } from '../consent/consent.rules.js';
import type { EventEntity } from '../event/event.entity.js';
import type { ApplicantContacts, NamesRemoved } from './applicant-contacts.dto.js';
import type { ApplicationLine, ApplicationList } from './application.dto.js';
import type { ApplicationStatus } from './application.entity.js';
import { ApplicantLines } from './applicant-lines.js';
import { maySeeApplications } from './application.policy.js';
import { isActive } from './application.rules.js';
import { stoodWhenCalledOff } from './called-off.js';

/** Not in any more, and still in the list: who was declined, and who let an offer run out, rings about it. */
const STILL_LISTED: ReadonlySet<ApplicationStatus> = new Set(['declined', 'expired']);

const NOBODY: ReadonlyMap<string, ApplicationStatus> = new Map();

/** The list of applicants with names (L3): every reading of it is logged. How to reach them is asked for apart, and logged apart. */
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
   * were offered a place, then those who wait in their order. Of an event that was called off, also those who had applied until then. Contacts are partly hidden. Of an event
   * whose names were removed: numbers alone. Refuses `event.not-found` (404), `application.leaders-only` (403).
   */
  ofEvent(actor: Actor, eventId: string): Promise<ApplicationList> {
    return this.db.transaction(async (tx) => {
      const { event, items } = await this.listed(tx, actor, eventId);
      if (event.namesRemovedAt) return { items: [], namesRemoved: removedOf(event.namesRemovedAt, items) };
      await this.accessLog.add(tx, { actorPersonId: actor.personId, action: 'applications.read', subject: `event:${eventId}`, rowCount: items.length });
      return { items: items.map(hidden), namesRemoved: null };
    });
  }

  /** How to reach those of {@link ofEvent}, for whoever asks for it: one line in the log. Refuses the same. */
  contacts(actor: Actor, eventId: string): Promise<ApplicantContacts> {
    return this.db.transaction(async (tx) => {
      const { event, items } = await this.listed(tx, actor, eventId);
      if (event.namesRemovedAt) return { items: [] };
      await this.accessLog.add(tx, { actorPersonId: actor.personId, action: 'applications.contacts-read', subject: `event:${eventId}`, rowCount: items.length });
      return { items: items.map(({ id, read, phone, email }) => ({ id, read, phone, email })) };
    });
  }

  /** The active ones. Neither are rights asked here nor is the read logged; the caller does both. */
  list(tx: Tx, eventId: string): Promise<ApplicationLine[]> {
    return this.lines.of(tx, eventId, ({ status }) => isActive(status));
  }

  private async listed(tx: Tx, actor: Actor, eventId: string): Promise<{ event: EventEntity; items: ApplicationLine[] }> {
    const { event } = await this.loader.read(tx, actor, eventId);
    if (!maySeeApplications(actor, event)) return refuse('application.leaders-only', { status: 403 });
    const stood = event.state === 'cancelled' ? await stoodWhenCalledOff(tx, eventId) : NOBODY;
    const items = await this.lines.of(tx, eventId, ({ id, status }) => isActive(status) || STILL_LISTED.has(status) || stood.has(id), stood);
    return { event, items };
  }
}

/** A line without what one could telephone or write to. */
function hidden({ phone, email, ...line }: ApplicationLine): ApplicationLine {
  return { ...line, phone: phone && phonePartlyHidden(phone), email: email && partlyHidden(email) };
}

function removedOf(at: Date, items: readonly ApplicationLine[]): NamesRemoved {
  const confirmed = items.filter(({ status, stood }) => (stood ?? status) === 'confirmed');
  return { at: at.toISOString(), applications: confirmed.length, heads: confirmed.reduce((sum, { heads }) => sum + heads, 0) };
}
