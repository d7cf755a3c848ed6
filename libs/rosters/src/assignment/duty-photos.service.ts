import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events, KEPT_DAYS, isPhotosOpen, photosTold, type PhotosTold } from '@yoriai/events';
import { Clock, Db, refuse, type Tx } from '@yoriai/platform';
import { AssignmentRepository, type AssignmentRow } from './assignment.repository.js';

/** What somebody on duty said about pictures, and whether they may say something else. */
export interface DutyPhotosTold {
  photos: PhotosTold;
  open: boolean;
}

/** 写真をのせてよいか, of those on duty: asked once they have the duty, where the event asks anybody. docs/adr/0049. */
@Injectable()
export class DutyPhotos {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly assignments: AssignmentRepository,
    private readonly events: Events,
  ) {}

  /** Of one's own duty; null where nobody asks, or it ended. Refuses `assignment.not-found` (404). */
  told(actor: Actor, id: string): Promise<DutyPhotosTold | null> {
    return this.db.read(async (tx) => {
      const row = await this.own(tx, actor, id);
      const photos = row.status === 'confirmed' ? photosTold({ photos: await this.events.asksPhotos(tx, row.eventId) }, row.photos) : null;
      return photos && { photos, open: isPhotosOpen(row.endsAt, this.clock.now()) };
    });
  }

  /** Until thirty days after the duty. Refuses `assignment.not-found` (404), `assignment.not-active`, `application.event-over` (409), `application.photos-not-asked` (422). */
  say(actor: Actor, id: string, photos: boolean): Promise<void> {
    return this.db.transaction(async (tx) => {
      const row = await this.own(tx, actor, id);
      if (row.status !== 'confirmed') return refuse('assignment.not-active');
      if (!(await this.events.asksPhotos(tx, row.eventId))) return refuse('application.photos-not-asked', { status: 422 });
      if (!isPhotosOpen(row.endsAt, this.clock.now())) return refuse('application.event-over');
      await this.assignments.sayPhotos(tx, id, photos);
    });
  }

  /** Forgets what was said, thirty days after the duty, as of those who come. Any number of workers; answers how many it was. */
  sweep(now: Date): Promise<number> {
    return this.db.transaction((tx) => this.assignments.forgetPhotos(tx, now, KEPT_DAYS));
  }

  private async own(tx: Tx, actor: Actor, id: string): Promise<AssignmentRow> {
    const [row] = await this.assignments.byIds(tx, [id]);
    return row?.personId === actor.personId ? row : refuse('assignment.not-found', { status: 404 });
  }
}
