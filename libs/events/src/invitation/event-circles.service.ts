import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, pageShown, type Tx } from '@yoriai/platform';
import type { PublicEventPage } from '../public-event/public-event.dto.js';
import { toPublicLine } from '../public-event/public-event.mapper.js';
import { PublicEventRepository } from '../public-event/public-event.repository.js';
import { CircleRepository, type CircleScope, type Known, type ShownTo } from './circle.repository.js';
import { EventAddresses } from './event-addresses.js';
import { partsOf } from './invited-address.rules.js';

/** Events of one page. */
export const CIRCLE_PAGE_SIZE = 20;

/**
 * Events that are shown to a circle: the people of the associations that hold them, or of their area too. Whoever is
 * in it is told the address that opens the page (docs/adr/0061); to everybody else there is no such event.
 */
@Injectable()
export class EventCircles {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly circles: CircleRepository,
    private readonly events: PublicEventRepository,
    private readonly addresses: EventAddresses,
  ) {}

  /** What stands after `/events/` for somebody who knows the slug or the code of an event and is in its circle; null for everybody and everything else. One statement, none for who belongs nowhere. */
  async addressFor(tx: Tx, actor: Actor | null, known: Known): Promise<string | null> {
    if (!actor || actor.grants.length === 0 || ('slug' in known && partsOf(known.slug).token !== null)) return null;
    const event = await this.circles.addressedTo(tx, actor, known);
    return event && this.addresses.of(event);
  }

  /**
   * Those of these events that are on and not over, and that this person may find: what everybody sees, and what is shown to a circle
   * that they are in. `null` asks for everybody. What is for invited people alone is found by nobody. One statement.
   */
  standingFor(tx: Tx, actor: Actor | null, ids: readonly string[]): Promise<ShownTo[]> {
    return this.circles.standing(tx, actor, ids, this.clock.now());
  }

  /** What is to come in the circles of somebody, soonest first; by the slug of each they are led to its page. `others`: without what is theirs to run. A page after the last is the last. Three statements, none for who belongs nowhere. */
  list(actor: Actor, page = 1, { pageSize = CIRCLE_PAGE_SIZE, scope = 'all' as CircleScope } = {}): Promise<PublicEventPage> {
    return this.db.read(async (tx) => {
      const now = this.clock.now();
      const nothing = { items: [], total: 0, more: false, page, pageSize };
      const total = actor.grants.length === 0 ? 0 : await this.circles.count(tx, actor, now, scope);
      if (total === 0) return nothing;
      const shown = pageShown(page, total, pageSize);
      const found = await this.circles.toCome(tx, actor, now, scope, { skip: (shown - 1) * pageSize, take: pageSize });
      const counters = new Map((await this.events.counters(tx, found.map(({ id }) => id))).map((row) => [row.id, row]));
      return { ...nothing, page: shown, total, items: found.map((row) => toPublicLine(row, counters, now)) };
    });
  }
}
