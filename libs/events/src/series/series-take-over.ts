import { Injectable } from '@nestjs/common';
import type { Tx } from '@yoriai/platform';
import type { EventEntity } from '../event/event.entity.js';
import { EventRepository } from '../event/event.repository.js';
import type { EventSnapshot } from '../revision/snapshot.js';
import { SeriesDates } from './series-dates.service.js';
import { changedFields, type Scope } from './series-spread.rules.js';
import { SeriesSpread } from './series-spread.service.js';

/** A change that stands now: how the event read, how it reads, and for which dates it was written. */
export interface TakenOver {
  before: EventSnapshot;
  after: EventSnapshot;
  scope: Scope;
  kind: 'submission' | 'minor';
  writtenBy: string;
}

/** What becomes of a series when a change of one event was taken over. */
@Injectable()
export class SeriesTakeOver {
  constructor(
    private readonly events: EventRepository,
    private readonly dates: SeriesDates,
    private readonly spread: SeriesSpread,
  ) {}

  /** Other dates follow, or a series begins where the event is public and repeated from now on. The event is locked and saved. */
  async follow(tx: Tx, event: EventEntity, taken: TakenOver & { approvedByRule: string | null }): Promise<void> {
    const { before, after, scope, kind, writtenBy, approvedByRule } = taken;
    if (event.seriesId === null) {
      if (after.repeats && event.state === 'published') await this.dates.begin(tx, event, { content: after, approvedByRule, submittedBy: writtenBy, wasPublic: true });
      return;
    }
    if (scope === 'this') return;
    // What stands on the series is not this date's own any more.
    const spreadFields = new Set<string>(changedFields(before, after));
    event.overridden = event.overridden.filter((field) => !spreadFields.has(field));
    await this.events.save(tx, event);
    await this.spread.take(tx, { event, before, after, scope, kind, writtenBy, byPeople: kind === 'submission' && approvedByRule === null });
  }
}
