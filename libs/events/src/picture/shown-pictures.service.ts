import { Injectable } from '@nestjs/common';
import { Clock, Db, Files, atJst, fiscalYear, jstDate, refuse } from '@yoriai/platform';
import type { EventState } from '../event/event.rules.js';
import { PictureRepository, type SpotRow } from './picture.repository.js';
import { arePublic, type Side } from './picture.rules.js';

/** Places thrown away in one transaction of the sweep. */
const BATCH = 20;

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

/** Pictures of a report for everybody, and the end of all of them. */
@Injectable()
export class ShownPictures {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
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

  /** Throws away places and pictures a fiscal year after the one in which the event ended (要確認), as papers go; answers how many. Twice is the same as once. */
  async sweep(now = this.clock.now()): Promise<number> {
    const endedBefore = atJst(`${fiscalYear(jstDate(now)) - 1}-04-01`, '00:00');
    for (let gone = 0; ; ) {
      const count = await this.db.transaction(async (tx) => {
        const over = await this.pictures.takeOver(tx, endedBefore, BATCH);
        await this.files.forget(tx, over.fileIds);
        return over.count;
      });
      gone += count;
      if (count < BATCH) return gone;
    }
  }
}

function openFile(spot: SpotRow, side: Side): string | null {
  const open = side === 'before' ? spot.beforeOpen : spot.afterOpen;
  return open ? (side === 'before' ? spot.beforeFile : spot.afterFile) : null;
}
