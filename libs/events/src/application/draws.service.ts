import { Injectable } from '@nestjs/common';
import { Clock, Db, Outbox, type Tx } from '@yoriai/platform';
import { askOfPlaces } from '../consent/consent-rows.js';
import { freeIn, lastOrderOf } from './application.rules.js';
import { draw } from './draw.rules.js';
import { DrawRepository } from './draw.repository.js';
import { lockFrame, settleDraw } from './frame-counters.js';
import { Parting } from './parting.js';

/** Draws the lots of a frame once its entries are closed (抽選, docs/adr/0036). */
@Injectable()
export class Draws {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly draws: DrawRepository,
    private readonly parting: Parting,
  ) {}

  /** Draws every frame whose entries are closed; answers how many were drawn. However many workers do it at once, each is drawn once. */
  async sweep(): Promise<number> {
    const now = this.clock.now();
    let drawn = 0;
    const failures: unknown[] = [];
    for (const frameId of await this.db.read((tx) => this.draws.due(tx, now))) {
      try {
        if (await this.db.transaction((tx) => this.drawOne(tx, frameId, now))) drawn += 1;
      } catch (error) {
        // One frame that fails keeps nobody else from their result.
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return drawn;
  }

  private async drawOne(tx: Tx, frameId: string, now: Date): Promise<boolean> {
    const counters = await lockFrame(tx, frameId);
    // Drawn by another worker, or given more time, since it was looked for.
    if (!counters?.undrawn) return false;
    // Who closes earlier draws earlier from what is shared.
    if (counters.shared && (await this.draws.firstDue(tx, counters.shared.eventId, now)) !== frameId) return false;
    const { seed, event_id: eventId, due } = await this.draws.seedOf(tx, frameId);
    if (due === null || due > now) return false;
    const capacity = Math.max(0, freeIn(counters));
    const base = lastOrderOf(counters);
    const entries = await this.draws.entrants(tx, frameId);
    const lots = draw(seed, entries, capacity);

    const losers = lots.filter(({ won }) => won === 0);
    const parted = lots.filter(({ won, entry }) => won > 0 && won < entry.heads);
    // Those parted from a group that came up wait before everybody whose lot is higher.
    const queue = [...parted, ...losers].sort((a, b) => a.rank - b.rank);
    const orderOf = new Map(queue.map(({ entry }, index) => [entry.id, base + index + 1]));
    const outcomes = lots.map(({ entry, won }) => ({ id: entry.id, order: won > 0 ? null : orderOf.get(entry.id)! }));
    await this.draws.settle(tx, outcomes, now);
    await settleDraw(tx, { frameId, places: lots.reduce((sum, { won }) => sum + won, 0), waiting: losers.length, lastOrder: base + queue.length, at: now });
    for (const { entry, won } of parted) await this.parting.part(tx, { ...entry, waitlist_order: orderOf.get(entry.id)! }, won);
    await this.draws.publish(tx, { frameId, eventId, seed, capacity: Number.isFinite(capacity) ? capacity : 0, entries, at: now });
    await this.outbox.addAll(tx, entries.map(({ id, person_id: personId }) => ({ message: 'events.application-drawn' as const, payload: { applicationId: id, eventId, personId } })));
    await askOfPlaces(tx, this.outbox, outcomes.flatMap(({ id, order }) => (order === null ? [id] : [])), now);
    return true;
  }
}
