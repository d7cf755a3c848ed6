import { Injectable } from '@nestjs/common';
import { EventNotices, ShownHandouts, ShownPictures, type ShownHandout, type ShownNotice, type ShownSpot } from '@yoriai/events';
import type { ShownEvent } from './shown-event.js';

/** What stands on the page of an event beside what was approved. */
export interface Beside {
  /** Before and after the work, once it is over. */
  readonly pictures: readonly ShownSpot[];
  /** To take along. */
  readonly handouts: readonly ShownHandout[];
  /** Of the ward office. */
  readonly notices: readonly ShownNotice[];
}

/** Reads it, for whoever sees the page. */
@Injectable()
export class BesideEvent {
  constructor(
    private readonly pictures: ShownPictures,
    private readonly handouts: ShownHandouts,
    private readonly notices: EventNotices,
  ) {}

  async of(event: ShownEvent): Promise<Beside> {
    return { pictures: await this.pictures.ofEvent(event), handouts: await this.handouts.ofEvent(event), notices: await this.notices.beside(event) };
  }
}
