import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { jstDate, Outbox, Db, type Tx } from '@yoriai/platform';
import { emptyFrames } from '../application/frame-counters.js';
import type { DecisionCause } from '../weather/day-decision.entity.js';
import { DayDecisionRepository } from '../weather/day-decision.repository.js';
import { EventRevisionRepository } from '../revision/event-revision.repository.js';
import { SeriesDates } from '../series/series-dates.service.js';
import { callByTheDay } from '../stall/call-day.js';
import { EventMoves } from './event-moves.js';
import type { EventDetail } from './event.dto.js';
import { beginningOf, type EventFacts } from './event.mapper.js';
import { leadsEvent } from './event.policy.js';

/** Making an approved event public, and calling it off. */
@Injectable()
export class EventPublications {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly moves: EventMoves,
    private readonly revisions: EventRevisionRepository,
    private readonly dates: SeriesDates,
    private readonly decisions: DayDecisionRepository,
  ) {}

  /** Publishes what was approved (with minor edits made since): that revision is what everybody sees from now on. Refuses `event.condition-unmet`, `event.checklist-unmet` (409). */
  publish(actor: Actor, id: string): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      await this.put(tx, actor, await this.moves.begin(tx, actor, id, 'publish'));
      return this.moves.answer(tx, actor, id);
    });
  }

  /** The same for whoever has it locked and has judged. */
  async put(tx: Tx, by: Pick<Actor, 'personId'>, facts: EventFacts): Promise<void> {
    const { event } = facts;
    const { id } = event;
    const revision = await this.revisions.latest(tx, id);
    if (!revision) throw new Error(`Event ${id} was approved without a revision`);
    event.publicRevision = revision.number;
    await callByTheDay(tx, id, jstDate(this.moves.now()));
    await this.moves.finish(tx, by, event, 'publish', { revision: revision.number });
    await this.outbox.add(tx, 'events.event-published', { eventId: id, revision: revision.number });
    if (event.repeats) await this.dates.begin(tx, event, beginningOf(facts, revision.snapshot));
  }

  /**
   * Calls it off: the page stays with a banner and the reason, every active application is cancelled by
   * the host, one message tells the rest. Refuses `event.reason-required` (422).
   */
  cancel(actor: Actor, id: string, reason: string, cause: DecisionCause = 'other'): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.moves.begin(tx, actor, id, 'cancel', { reason });
      await this.moves.finish(tx, actor, event, 'cancel', { reason });
      await this.decisions.add(tx, { eventId: id, kind: 'cancelled', cause, reason, wasStartsAt: event.startsAt, wasEndsAt: event.endsAt, revision: null, decidedBy: actor.personId, byWard: !leadsEvent(actor, event), decidedAt: this.moves.now() });
      await this.moves.papers.end(tx, id);
      await emptyFrames(tx, { eventId: id, actorPersonId: actor.personId, reason, at: this.moves.now() });
      await this.outbox.add(tx, 'events.event-cancelled', { eventId: id });
      return this.moves.answer(tx, actor, id);
    });
  }
}
