import { Injectable } from '@nestjs/common';
import { Handouts } from '@yoriai/events';
import { Clock } from '@yoriai/platform';
import { aLeaflet } from './leaflet.js';
import type { SeedClock } from './seed-clock.js';
import type { StagedEvent } from './staged-event.js';

const HALF_A_DAY_MS = 12 * 60 * 60 * 1000;

/** What events of the demo ward hand out. */
@Injectable()
export class DemoHandouts {
  constructor(
    private readonly clock: Clock,
    private readonly handouts: Handouts,
  ) {}

  /** Put on the page by the host half a day ago. */
  async put({ id, event, players: { host } }: StagedEvent): Promise<void> {
    if (!event.handout) return;
    const { name, lines } = event.handout;
    const clock = this.clock as SeedClock;
    clock.set(new Date(clock.today.getTime() - HALF_A_DAY_MS));
    await this.handouts.add(host, id, name, () => Promise.resolve(aLeaflet(name, lines)));
  }
}
