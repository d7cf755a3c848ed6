import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { asksOf } from '../asks/asks.rules.js';
import { isSaidByGuardian } from '../asks/photos.rules.js';
import { Clock, Db, hashToken, refuse, type Tx } from '@yoriai/platform';
import { mayManageApplications } from '../application/application.policy.js';
import { ApplicationRepository, type BookingRow } from '../application/application.repository.js';
import { isActive } from '../application/application.rules.js';
import { lockFrame } from '../application/frame-counters.js';
import type { ConsentWords, RecordConsentRequest } from './consent.dto.js';
import type { GuardianConsent } from './consent.entity.js';
import { saidOf } from './consent.mapper.js';
import { ConsentRepository } from './consent.repository.js';
import { readOf } from './consent.rules.js';
import { ConsentedPlaces } from './consented-places.js';
import { ConsentedPlans } from './consented-plans.js';

/** A guardian says yes, or no, to what they read. docs/adr/0044. */
@Injectable()
export class GuardianConsents {
  constructor(
    private readonly clock: Clock,
    private readonly applications: ApplicationRepository,
    private readonly consents: ConsentRepository,
    private readonly plans: ConsentedPlans,
    private readonly places: ConsentedPlaces,
    private readonly db: Db,
  ) {}

  /**
   * By the link they were sent; twice is the same as once. `revision` and `read` are what they had before them. Refuses `application.consent-unknown` (404),
   * `application.consent-changed` (409: day, place, cost or the application's answers have changed since), `application.photos-needed` (422: the host asks about pictures, and nobody else answers for the child), `application.already-cancelled`, `.event-over` (409).
   */
  giveByToken(token: string, { revision, read, photos, ...words }: ConsentWords & { revision: number; read: string }): Promise<void> {
    return this.locked(token, async (tx, consent, booking) => {
      insistOn(booking, booking.starts_at, this.clock.now());
      const now = await this.plans.publicOf(tx, consent.eventId);
      if (read !== readOf(saidOf(booking), booking.companions) || !(await this.plans.holds(tx, consent.eventId, revision, now))) return refuse('application.consent-changed');
      if (asksOf(booking).photos && isSaidByGuardian(booking) && photos === undefined) return refuse('application.photos-needed', { status: 422, fields: [{ field: 'photos', code: 'application.photos-needed' }] });
      await this.places.give(tx, consent, booking, { ...words, ...photosOf(booking, photos), revision: now, how: 'link', recordedBy: null });
    });
  }

  /** The child does not come: whatever was kept is free, also after a yes. Refuses as above, and `application.received` (409). */
  refuseByToken(token: string): Promise<void> {
    return this.locked(token, async (tx, consent, booking) => {
      insistOn(booking, booking.starts_at, this.clock.now());
      await this.places.end(tx, consent.applicationId, 'consent-refused');
    });
  }

  /** A leader writes down what a guardian said by phone or on paper, up to the end of the event; what they say of pictures also after their yes. Refuses `application.not-found` (404), `application.consent-not-needed`, `.already-cancelled`, `.event-over` (409). */
  record(actor: Actor, id: string, { how, name, relation, photos }: RecordConsentRequest): Promise<string> {
    return this.db.transaction(async (tx) => {
      const found = await this.applications.byId(tx, id);
      if (!found || !mayManageApplications(actor, { organisationId: found.organisation_id, category: found.category })) return refuse('application.not-found', { status: 404 });
      await lockFrame(tx, found.frame_id);
      const root = found.part_of ?? id;
      const [consent] = await this.consents.byApplications(tx, [root]);
      const booking = await this.applications.byId(tx, id);
      if (!consent || !booking || booking.consent === 'not-needed') return refuse('application.consent-not-needed');
      if (!isActive(booking.status)) refuse('application.already-cancelled');
      insistOn(booking, booking.ends_at, this.clock.now());
      if (consent.givenAt !== null) await this.places.photosAgain(tx, booking, photosOf(booking, photos), actor);
      const first = root === id ? booking : await this.applications.byId(tx, root);
      if (!first) return refuse('application.consent-not-needed');
      await this.places.give(tx, consent, first, { name, relation, ...photosOf(booking, photos), how, revision: await this.plans.publicOf(tx, consent.eventId), recordedBy: actor.personId });
      return consent.eventId;
    });
  }

  private locked(token: string, work: (tx: Tx, consent: GuardianConsent, booking: BookingRow) => Promise<void>): Promise<void> {
    return this.db.transaction(async (tx) => {
      const hash = hashToken(token);
      const { applicationId } = (await this.consents.byTokenHash(tx, hash)) ?? refuse('application.consent-unknown', { status: 404 });
      const found = (await this.applications.byId(tx, applicationId)) ?? refuse('application.consent-unknown', { status: 404 });
      await lockFrame(tx, found.frame_id);
      // Read again: under the lock they stand still. A link that somebody else was sent another for meanwhile is nobody's.
      const [consent] = await this.consents.byApplications(tx, [applicationId]);
      const booking = await this.applications.byId(tx, applicationId);
      if (!consent?.tokenHash.equals(hash) || !booking) return refuse('application.consent-unknown', { status: 404 });
      // The first part may have ended while the others come, or wait.
      if ((await this.consents.group(tx, applicationId)).length === 0) refuse('application.already-cancelled');
      await work(tx, consent, booking);
    });
  }
}

function insistOn({ state }: BookingRow, until: Date | null, now: Date): void {
  if (state !== 'published' || (until !== null && now >= until)) refuse('application.event-over');
}

/** What was said about pictures, where anybody asked. */
const photosOf = (booking: BookingRow, photos: boolean | undefined): { photos?: boolean } => (photos !== undefined && asksOf(booking).photos ? { photos } : {});
