import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { refuse, type Tx } from '@yoriai/platform';
import type { EventEntity } from '../event/event.entity.js';
import { EventLoader } from '../event/event-loader.js';
import { mayHost, maySeeInside } from '../event/event.policy.js';
import type { HandoutList } from './handout.dto.js';
import { HandoutRepository, type HandoutRow } from './handout.repository.js';
import { MOST_HANDOUTS, addingVerdict } from './handout.rules.js';

/** The event behind its handouts, and who may do what with them. */
@Injectable()
export class HandoutParts {
  constructor(
    private readonly loader: EventLoader,
    readonly handouts: HandoutRepository,
  ) {}

  /** For the officers of the host and the ward office. */
  async seen(tx: Tx, actor: Actor, eventId: string): Promise<EventEntity> {
    const { event } = await this.loader.read(tx, actor, eventId);
    return maySeeInside(actor, event) ? event : refuse('handout.officers-only', { status: 403 });
  }

  /** For those who host it, before something is taken in. */
  async holdable(tx: Tx, actor: Actor, eventId: string): Promise<EventEntity> {
    return hosted(actor, (await this.loader.read(tx, actor, eventId)).event);
  }

  /** For those who host it; the event's row is locked, so that handouts are counted once. */
  async hold(tx: Tx, actor: Actor, eventId: string): Promise<EventEntity> {
    return hosted(actor, (await this.loader.lock(tx, actor, eventId)).event);
  }

  async found(tx: Tx, eventId: string, id: string): Promise<HandoutRow> {
    return (await this.handouts.ofEvent(tx, eventId)).find((handout) => handout.id === id) ?? refuse('handout.not-found', { status: 404 });
  }

  /** That there is room for one more. */
  async insistOnRoom(tx: Tx, { id }: EventEntity): Promise<void> {
    if ((await this.handouts.ofEvent(tx, id)).length >= MOST_HANDOUTS) refuse('handout.too-many', { status: 422, params: { count: MOST_HANDOUTS } });
  }

  /** What is told about them, and what can be done. */
  async answer(tx: Tx, actor: Actor, event: EventEntity): Promise<HandoutList> {
    const items = (await this.handouts.ofEvent(tx, event.id)).map(({ id, name, kind, size, addedAt }) => ({ id, name, kind, size, addedAt: addedAt.toISOString() }));
    const host = mayHost(actor, event) ? true : 'event.host-only';
    return { items, most: MOST_HANDOUTS, can: { add: host === true ? addingVerdict(event.state) : host, remove: host } };
  }
}

const hosted = (actor: Actor, event: EventEntity): EventEntity => (mayHost(actor, event) ? event : refuse('event.host-only', { status: 403 }));

/** That it is not over. */
export function insistOnTime({ state }: EventEntity): void {
  const verdict = addingVerdict(state);
  if (verdict !== true) refuse(verdict);
}
