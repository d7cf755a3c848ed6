import { Injectable } from '@nestjs/common';
import { Db, Files, refuse } from '@yoriai/platform';
import type { EventState } from '../event/event.rules.js';
import { PictureRepository, type SpotRow } from './picture.repository.js';
import { arePublic, type Side } from './picture.rules.js';

/** An event that the caller found as somebody may see it. */
export interface EventWithPictures {
  id: string;
  state: EventState | string;
}

/** A place as everybody sees it: which of its pictures are open. */
export interface ShownSpot {
  id: string;
  place: string;
  /** The picture's part of the address; null where none is open. */
  before: string | null;
  after: string | null;
}

/** Pictures of a report for everybody. */
@Injectable()
export class ShownPictures {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly pictures: PictureRepository,
  ) {}

  /** The pictures of a public event that its host let everybody see, once it is over; none before that, nor of one that was called off. */
  ofEvent({ id, state }: EventWithPictures): Promise<ShownSpot[]> {
    if (!arePublic(state as EventState)) return Promise.resolve([]);
    return this.db.read(async (tx) =>
      (await this.pictures.ofEvent(tx, id))
        .map((spot) => ({ id: spot.id, place: spot.place, before: openFile(spot, 'before'), after: openFile(spot, 'after') }))
        .filter(({ before, after }) => before !== null || after !== null),
    );
  }

  /** One of them, by the address that {@link ofEvent} gave; refuses `picture.not-found` (404) for every other, also for one that was open once. */
  read(event: EventWithPictures, fileId: string): Promise<Buffer> {
    return this.db.read(async (tx) => {
      const spots = arePublic(event.state as EventState) ? await this.pictures.ofEvent(tx, event.id) : [];
      const isOpen = spots.some((spot) => openFile(spot, 'before') === fileId || openFile(spot, 'after') === fileId);
      const file = isOpen ? await this.files.read(tx, fileId) : null;
      return file?.content ?? refuse('picture.not-found', { status: 404 });
    });
  }
}

function openFile(spot: SpotRow, side: Side): string | null {
  const open = side === 'before' ? spot.beforeOpen : spot.afterOpen;
  return open ? (side === 'before' ? spot.beforeFile : spot.afterFile) : null;
}
