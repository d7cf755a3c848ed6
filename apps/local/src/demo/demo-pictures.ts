import { Injectable } from '@nestjs/common';
import { Pictures } from '@yoriai/events';
import { Clock, addDays, atJst } from '@yoriai/platform';
import type { SeedClock } from './seed-clock.js';
import { isOver, type StagedEvent } from './staged-event.js';
import { aWall } from './wall.js';

/** Only what is fresh in memory is shown: the newer ones. */
const SHOWN_FROM = -200;
const PLACES = ['東トイレの壁', '入口の塀'] as const;

/** Pictures of the clean-ups of the demo ward: drawn walls, before and after. */
@Injectable()
export class DemoPictures {
  constructor(
    private readonly clock: Clock,
    private readonly pictures: Pictures,
  ) {}

  /** The day after, before the report is handed in; one of the two walls is for everybody to see. */
  async take(staged: StagedEvent): Promise<void> {
    const { id, event, day, players: { host } } = staged;
    if (!event.uses?.includes('owner') || !isOver(staged) || event.day < SHOWN_FROM) return;
    (this.clock as SeedClock).set(atJst(addDays(day, 1), '18:00'));
    for (const [nth, place] of PLACES.entries()) {
      const spotId = (await this.pictures.addSpot(host, id, place)).spots.at(-1)?.id ?? '';
      await this.pictures.put(host, id, { spotId, side: 'before' }, () => aWall(nth + event.day, true));
      const there = (await this.pictures.put(host, id, { spotId, side: 'after' }, () => aWall(nth + event.day, false))).spots.at(-1);
      if (nth > 0 || !there?.before || !there.after) continue;
      await this.pictures.change(host, id, spotId, { beforeOpen: true, beforeFile: there.before.fileId, afterOpen: true, afterFile: there.after.fileId });
    }
  }
}
