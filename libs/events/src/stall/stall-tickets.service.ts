import { Injectable } from '@nestjs/common';
import { Clock, Db, Outbox, hashToken, refuse, type Tx } from '@yoriai/platform';
import type { EventEntity } from '../event/event.entity.js';
import type { StallRequest } from './stall.dto.js';
import type { StallEntity } from './stall.entity.js';
import { StallEvents } from './stall-events.js';
import { contactOf, contentOf } from './stall.mapper.js';
import { StallRepository } from './stall.repository.js';
import { insistOnKind } from './stall.rules.js';

/** A stall by the secret in its link (docs/adr/0007): its people look, change and withdraw. */
@Injectable()
export class StallTickets {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly stalls: StallRepository,
    private readonly events: StallEvents,
  ) {}

  /** Refuses `stall.not-found` (404). */
  byToken(token: string): Promise<StallEntity> {
    return this.db.read((tx) => this.found(tx, token));
  }

  /** Changes what was written, until the host has answered. Refuses as above, `stall.is-…` (409), `stall.kind-not-asked` (422). */
  change(token: string, request: StallRequest): Promise<void> {
    return this.locked(token, async (tx, stall) => {
      if (stall.state !== 'applied') return refuse(`stall.is-${stall.state}`);
      insistOnKind((await this.stalls.callOf(tx, stall.eventId))?.kinds ?? [], request.kind);
      await this.stalls.save(tx, { ...stall, ...contentOf(request), ...contactOf(request), updatedAt: this.clock.now() });
    });
  }

  /** Takes it back; its plot is free, and the host of an accepted one is told. Refuses `stall.not-found` (404), `stall.is-…` (409), once the event is over or off `stall.over` (409): who was where stays in its record. */
  withdraw(token: string): Promise<void> {
    return this.locked(token, async (tx, stall, { state, endsAt }) => {
      if (state !== 'published' || (endsAt !== null && endsAt <= this.clock.now())) return refuse('stall.over');
      if (stall.state === 'declined' || stall.state === 'withdrawn') return refuse(`stall.is-${stall.state}`);
      await this.stalls.save(tx, { ...stall, state: 'withdrawn', plot: null, updatedAt: this.clock.now() });
      if (stall.state !== 'accepted') return;
      await this.events.align(tx, stall.eventId);
      await this.outbox.add(tx, 'events.stall-withdrawn', { stallId: stall.id, eventId: stall.eventId });
    });
  }

  private async found(tx: Tx, token: string): Promise<StallEntity> {
    return (await this.stalls.byTicketHash(tx, hashToken(token))) ?? refuse('stall.not-found', { status: 404 });
  }

  /** The event before the stall, like everybody. */
  private locked(token: string, work: (tx: Tx, stall: StallEntity, event: EventEntity) => Promise<void>): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { id, eventId } = await this.found(tx, token);
      const event = await this.events.hold(tx, eventId);
      return work(tx, (await this.stalls.lock(tx, id)) ?? refuse('stall.not-found', { status: 404 }), event);
    });
  }
}
