import { Injectable } from '@nestjs/common';
import { Outbox, newId, type DateOnly, type Tx } from '@yoriai/platform';
import { withPlannedFrames } from '../event/event-change.rules.js';
import { EventMoves } from '../event/event-moves.js';
import type { EventTransitionEntity } from '../event/event-transition.entity.js';
import { EventRepository } from '../event/event.repository.js';
import type { EventState, EventVerb } from '../event/event.rules.js';
import { NewEvents } from '../event/new-events.js';
import { EventRevisionRepository } from '../revision/event-revision.repository.js';
import { searchTextOf } from '../revision/search.rules.js';
import { withSnapshot } from '../revision/snapshot.js';
import { contentFor } from './series-spread.rules.js';
import type { SeriesEntity } from './series.entity.js';

/** How a date comes to be public: with its series, which was handed in and approved for all of its dates. */
const STEPS: readonly { verb: EventVerb; from: EventState; to: EventState }[] = [
  { verb: 'submit', from: 'draft', to: 'submitted' },
  { verb: 'approve', from: 'submitted', to: 'approved' },
  { verb: 'publish', from: 'approved', to: 'published' },
];

/** Makes dates of a series: events with page, frames, duties and report of their own. */
@Injectable()
export class SeriesDateMaker {
  constructor(
    private readonly outbox: Outbox,
    private readonly events: EventRepository,
    private readonly revisions: EventRevisionRepository,
    private readonly blanks: NewEvents,
    private readonly moves: EventMoves,
  ) {}

  /**
   * A published event on each of `dates`. The series is locked, so that there is one for each date. Comes last in its
   * transaction: who needs an event's number waits for its end, and so all are written at once.
   */
  async make(tx: Tx, series: SeriesEntity, dates: readonly DateOnly[]): Promise<void> {
    if (dates.length === 0) return;
    const { id: seriesId, template, templateOn, submittedBy } = series;
    const at = this.moves.now();
    const blanks = await this.blanks.blanks(tx, submittedBy, template.organisation, dates.length);
    const made = dates.map((date, index) => {
      const content = contentFor(date, { on: templateOn, content: template }, newId);
      const blank = blanks[index]!;
      return { content, event: { ...withSnapshot(blank, content), seriesId, seriesDate: date, searchText: searchTextOf(blank.number, content) } };
    });
    const ids = made.map(({ event }) => event.id);
    await this.events.insert(tx, ...made.map(({ event }) => event));
    await this.events.writeFrames(tx, { frames: [], removed: [], added: made.flatMap(({ event, content }) => withPlannedFrames(event.id, [], content.frames).added) });
    await this.revisions.addFirst(tx, made.map(({ event, content }) => ({ eventId: event.id, kind: 'submission', snapshot: content, searchText: event.searchText, actorPersonId: submittedBy, at })));
    await this.events.publishNew(tx, ids);
    await this.events.addTransition(tx, ...ids.flatMap((eventId) => stepsOf(eventId, submittedBy, at)));
    for (const eventId of ids) await this.moves.logRule(tx, eventId, `series:${seriesId}`);
    await this.outbox.addAll(tx, ids.map((eventId) => ({ message: 'events.event-published' as const, payload: { eventId, revision: 1 } })));
  }
}

function stepsOf(eventId: string, submittedBy: string, at: Date): EventTransitionEntity[] {
  return STEPS.map(({ verb, from, to }) => ({ id: newId(), eventId, fromState: from, toState: to, verb, revision: 1, reason: null, actorPersonId: verb === 'submit' ? submittedBy : null, at }));
}
