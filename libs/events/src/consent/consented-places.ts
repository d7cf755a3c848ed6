import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Outbox, refuse, type Tx } from '@yoriai/platform';
import type { ApplicationStatus } from '../application/application.entity.js';
import { ApplicationEndings } from '../application/application-endings.service.js';
import { ApplicationRepository, type BookingRow } from '../application/application.repository.js';
import type { ConsentWords } from './consent.dto.js';
import type { GuardianConsent } from './consent.entity.js';
import { saidOf } from './consent.mapper.js';
import { ConsentRepository } from './consent.repository.js';
import { NOTHING_SAID, type ConsentWay } from './consent.rules.js';

/** What a yes is made of. */
interface Yes extends ConsentWords {
  revision: number;
  how: ConsentWay;
  recordedBy: string | null;
}

/** What becomes of the places of a group by its guardian's answer. The frame is locked. */
@Injectable()
export class ConsentedPlaces {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly applications: ApplicationRepository,
    private readonly consents: ConsentRepository,
    private readonly endings: ApplicationEndings,
  ) {}

  /** `root`: the first of the group, as it was read when it was looked at whether this is what they saw. */
  async give(tx: Tx, consent: GuardianConsent, root: BookingRow, { name, relation, photos, ...yes }: Yes): Promise<void> {
    // Said twice: what was said first stands, unless it was about something else.
    if (consent.givenAt !== null) return;
    const group = await this.consents.group(tx, consent.applicationId);
    await this.consents.save(tx, { ...consent, ...yes, said: saidOf(root) ?? NOTHING_SAID, guardianName: name, relation, givenAt: this.clock.now() });
    await this.consents.allow(tx, consent.applicationId, photos ?? null);
    await this.outbox.add(tx, 'events.consent-given', { applicationId: consent.applicationId, eventId: consent.eventId, personId: root.person_id });
    for (const { id, untold } of group.filter(({ pending }) => pending)) {
      await this.log(tx, { id, eventId: consent.eventId }, { fromStatus: 'guardian_pending', toStatus: 'confirmed', cause: 'consent', actorPersonId: yes.recordedBy });
      // That they are in is told with the host's answer.
      if (untold) continue;
      const { person_id: personId } = (await this.applications.byId(tx, id))!;
      await this.outbox.add(tx, 'events.application-confirmed', { applicationId: id, eventId: consent.eventId, personId });
    }
  }

  /** A leader heard once more what a guardian says about pictures, for the whole group; the yes stands as it was given. */
  async photosAgain(tx: Tx, { id, part_of: partOf, event_id: eventId, status }: BookingRow, { photos }: { photos?: boolean }, actor: Actor): Promise<void> {
    if (photos === undefined) return;
    await this.consents.sayPhotos(tx, partOf ?? id, photos);
    await this.log(tx, { id, eventId }, { fromStatus: status, toStatus: status, cause: 'consent', actorPersonId: actor.personId });
  }

  /** What they said yes to is another now: they are asked again, and the places are kept. `decisionId`: by which the event was put off. */
  async askAnew(tx: Tx, consent: GuardianConsent, personId: string, decisionId: string | null = null): Promise<void> {
    const before = await this.consents.group(tx, consent.applicationId);
    await this.consents.save(tx, { ...consent, askedAt: this.clock.now(), anew: true, chased: 0, givenAt: null, revision: null, said: null, how: null, recordedBy: null });
    await this.consents.doubt(tx, consent.applicationId);
    const was = new Set(before.flatMap(({ id, pending }) => (pending ? [id] : [])));
    for (const { id, pending } of await this.consents.group(tx, consent.applicationId)) {
      if (pending && !was.has(id)) await this.log(tx, { id, eventId: consent.eventId }, { fromStatus: 'confirmed', toStatus: 'guardian_pending', cause: 'consent-anew', actorPersonId: null });
    }
    await this.outbox.add(tx, 'events.consent-asked', { applicationId: consent.applicationId, eventId: consent.eventId, personId, anew: true, ...(consent.revision !== null && { read: consent.revision }), ...(decisionId !== null && { decisionId }) });
  }

  /** The host asks for no consent any more: whoever's place was kept for one has it, and hears so. The frames are locked. */
  async needNone(tx: Tx, eventId: string): Promise<void> {
    const settled = await this.consents.needNone(tx, eventId);
    // Where others are still asked, or said yes, the letters to all of them are forgotten thirty days after the event.
    if (settled.length > 0 && !(await this.consents.anyLeft(tx, eventId))) await this.outbox.add(tx, 'events.guardians-forgotten', { eventId });
    for (const { id, person_id: personId, pending, untold } of settled) {
      if (!pending) continue;
      await this.log(tx, { id, eventId }, { fromStatus: 'guardian_pending', toStatus: 'confirmed', cause: 'host', actorPersonId: null });
      if (!untold) await this.outbox.add(tx, 'events.application-confirmed', { applicationId: id, eventId, personId });
    }
  }

  async end(tx: Tx, applicationId: string, cause: 'consent-refused' | 'no-consent'): Promise<void> {
    const status = cause === 'no-consent' ? ('cancelled_by_host' as const) : ('cancelled_by_applicant' as const);
    const group = await this.consents.group(tx, applicationId);
    // Who is there already was looked at at the door.
    const going = group.filter(({ received }) => !received);
    if (going.length === 0 && group.length > 0) refuse('application.received');
    for (const { id } of going) await this.endings.end(tx, id, { status, cause, reason: null, actorPersonId: null });
  }

  private log(tx: Tx, { id: applicationId, eventId }: { id: string; eventId: string }, change: { fromStatus: ApplicationStatus; toStatus: ApplicationStatus; cause: 'consent' | 'consent-anew' | 'host'; actorPersonId: string | null }): Promise<void> {
    return this.applications.log(tx, { applicationId, eventId, ...change, reason: null, at: this.clock.now() });
  }
}
