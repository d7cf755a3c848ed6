import { Injectable } from '@nestjs/common';
import { Clock, Db, hashToken, refuse, type Tx } from '@yoriai/platform';
import { ApplicationRepository, type BookingRow } from '../application/application.repository.js';
import { lockFrame } from '../application/frame-counters.js';
import { ConsentRepository } from '../consent/consent.repository.js';
import { asksOf } from './asks.rules.js';
import { isPhotosOpen, isSaidByGuardian } from './photos.rules.js';

/** 写真をのせてよいか, said otherwise later: by whoever holds the ticket, or the guardian who was asked. It changes nothing else. */
@Injectable()
export class PhotoAnswers {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly applications: ApplicationRepository,
    private readonly consents: ConsentRepository,
  ) {}

  /** For the whole group, until thirty days after the event. Refuses `application.ticket-unknown` (404), `.photos-not-asked` (422), `.photos-by-guardian`, `.event-over` (409). */
  sayByTicket(token: string, photos: boolean): Promise<void> {
    return this.db.transaction(async (tx) => {
      const found = (await this.applications.byTicketHash(tx, hashToken(token))) ?? refuse('application.ticket-unknown', { status: 404 });
      const booking = await this.locked(tx, found);
      if (isSaidByGuardian(booking)) refuse('application.photos-by-guardian');
      await this.say(tx, booking, photos);
    });
  }

  /** By the link the guardian was sent, once they have said yes to the rest. Refuses `application.consent-unknown` (404), `.photos-not-asked` (422), `.consent-asked`, `.event-over` (409). */
  sayByGuardian(token: string, photos: boolean): Promise<void> {
    return this.db.transaction(async (tx) => {
      const hash = hashToken(token);
      const known = await this.consents.byTokenHash(tx, hash);
      const found = known && (await this.applications.byId(tx, known.applicationId));
      if (!found) return refuse('application.consent-unknown', { status: 404 });
      const booking = await this.locked(tx, found);
      const [consent] = await this.consents.byApplications(tx, [found.id]);
      // Another was asked meanwhile: this link is nobody's now.
      if (!consent?.tokenHash.equals(hash)) return refuse('application.consent-unknown', { status: 404 });
      // Before that it is part of the yes itself, about what they have read.
      if (consent.givenAt === null && asksOf(booking).photos) return refuse('application.consent-asked');
      await this.say(tx, booking, photos);
    });
  }

  /** As it stands under the lock: whoever is asked anew, or asked no more, is so before or after this. */
  private async locked(tx: Tx, { id, frame_id: frameId }: BookingRow): Promise<BookingRow> {
    await lockFrame(tx, frameId);
    return (await this.applications.byId(tx, id)) ?? refuse('application.ticket-unknown', { status: 404 });
  }

  private async say(tx: Tx, found: BookingRow, photos: boolean): Promise<void> {
    if (!asksOf(found).photos) return refuse('application.photos-not-asked', { status: 422 });
    if (!isPhotosOpen(found.ends_at, this.clock.now())) return refuse('application.event-over');
    await this.consents.sayPhotos(tx, found.part_of ?? found.id, photos);
  }
}
