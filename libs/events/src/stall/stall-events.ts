import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { refuse, type Tx } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import { EventPapers } from '../event/event-papers.service.js';
import type { EventEntity } from '../event/event.entity.js';
import type { EventFacts } from '../event/event.mapper.js';
import { leadsEvent } from '../event/event.policy.js';
import { EventRepository } from '../event/event.repository.js';

/** As long as nothing of an event is settled any more. */
const OPEN: ReadonlySet<string> = new Set(['draft', 'submitted', 'returned', 'approved', 'published']);

/** The event behind its stalls: it is locked before a stall is, by everybody. */
@Injectable()
export class StallEvents {
  constructor(
    private readonly events: EventRepository,
    private readonly loader: EventLoader,
    private readonly papers: EventPapers,
  ) {}

  /** For those who lead it. Refuses `event.not-found` (404), `stall.leaders-only` (403). */
  async read(tx: Tx, actor: Actor, id: string): Promise<EventFacts> {
    return led(actor, await this.loader.read(tx, actor, id));
  }

  /** The same, locked, while something can still change. Refuses as above and `event.is-…` (409). */
  async lock(tx: Tx, actor: Actor, id: string): Promise<EventFacts> {
    const facts = led(actor, await this.loader.lock(tx, actor, id));
    return OPEN.has(facts.event.state) ? facts : refuse(`event.is-${facts.event.state}`);
  }

  /** For the people of a stall, whose link is their right. Refuses `event.not-found` (404). */
  async hold(tx: Tx, id: string): Promise<EventEntity> {
    return (await this.events.lock(tx, id)) ?? refuse('event.not-found', { status: 404 });
  }

  /**
   * A stall was accepted, or is no more: what it cooks is reminded of from now on, or no longer. What a change that is
   * still being written or judged would ask for follows when it is taken over.
   */
  async align(tx: Tx, id: string): Promise<void> {
    const event = await this.hold(tx, id);
    const [facts] = await this.loader.factsOf(tx, [event]);
    if (facts && OPEN.has(event.state)) await this.papers.align(tx, { ...facts, event: { ...event, change: null } }, false);
  }
}

function led(actor: Actor, facts: EventFacts): EventFacts {
  return leadsEvent(actor, facts.event) ? facts : refuse('stall.leaders-only', { status: 403 });
}
