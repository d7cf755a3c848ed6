import { Injectable } from '@nestjs/common';
import { Clock, Db, Outbox, type Tx } from '@yoriai/platform';
import type { ApplicationStatus, TransitionCause } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { nextOfAll, offerEnd, type Line } from './offer.rules.js';
import { OfferRepository, inOrder, type InLine } from './offer.repository.js';
import { lockFrame, lockFrames, moveUp, release } from './frame-counters.js';
import { roomIn } from './shared-places.rules.js';
import { Parting } from './parting.js';

/**
 * The queue fills itself: a freed place is offered to the next who waits and is kept for them until the offer's end. An
 * offer is a reservation (docs/adr/0031), so nobody slips between it and the answer.
 */
@Injectable()
export class Offers {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly applications: ApplicationRepository,
    private readonly offers: OfferRepository,
    private readonly parting: Parting,
  ) {}

  /**
   * Offers what is free in a frame to those whose turn it is, as far as their groups fit or a part of them may; of a frame
   * that shares its places, also in the queues of the others. Answers to how many. Locks the frames.
   */
  async fill(tx: Tx, frameId: string): Promise<number> {
    const locked = await lockFrames(tx, [frameId]);
    const counters = locked.get(frameId);
    const together = [...locked].filter(([id, { waiting }]) => waiting > 0 && (id === frameId || counters?.shared));
    if (!counters || together.length === 0) return 0;
    const plans = await this.offers.plansOf(tx, [...locked.keys()]);
    const { state, starts_at: startsAt } = plans.get(frameId)!;
    // While the host can take an answer back, a place that is free may still be theirs to give.
    if ([...plans.values()].some(({ unsettled }) => unsettled)) return 0;
    const now = this.clock.now();
    const until = state === 'published' && startsAt ? offerEnd(now, startsAt) : null;
    const lines = new Map(together.map(([id, each]) => [id, { free: roomIn(each), queue: plans.get(id)!.queue, waiting: each.waiting }]));
    const free = counters.shared ? counters.shared.places - counters.shared.taken : Infinity;
    if (until === null || free <= 0) return 0;
    const { offered, passedOver } = nextOfAll(await this.queueOf(tx, lines, free), lines, free, (who) => who.frame_id);
    for (const each of passedOver) await this.log(tx, each, 'waitlisted', 'waitlisted', 'passed-over', now);
    for (const { who, heads } of offered) {
      await this.offers.offer(tx, who.id, until);
      await moveUp(tx, who.frame_id, heads);
      if (heads < who.heads) await this.parting.part(tx, who, heads);
      await this.log(tx, who, 'waitlisted', 'offered', 'offer', now);
      await this.tell(tx, who, 'offered');
    }
    return offered.length;
  }

  /** Those of whom it may be the turn, over all these frames in the order they joined. */
  private async queueOf(tx: Tx, lines: ReadonlyMap<string, Line & { waiting: number }>, shared: number): Promise<InLine[]> {
    const queue: InLine[] = [];
    for (const [frameId, { free, queue: policy, waiting }] of lines) {
      // In their order each takes a place at least (and one more is seen, whom those of other frames may have to wait for); else whoever fits may stand anywhere.
      if (free > 0) queue.push(...(await this.offers.queue(tx, frameId, policy === 'in-order' ? Math.min(free, shared + 1, waiting) : waiting)));
    }
    return queue.sort(inOrder);
  }

  /**
   * Ends the offers whose time is over and offers every free place that somebody waits for, however it became free:
   * given back, not taken, or added. Answers how many applications changed; twice is the same as once.
   */
  async sweep(): Promise<number> {
    const now = this.clock.now();
    let changed = 0;
    const failures: unknown[] = [];
    for (const frameId of await this.db.read((tx) => this.offers.framesToSee(tx, now))) {
      try {
        changed += await this.db.transaction(async (tx) => (await this.expire(tx, frameId, now)) + (await this.fill(tx, frameId)));
      } catch (error) {
        // One frame that fails keeps no other queue waiting.
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return changed;
  }

  private async expire(tx: Tx, frameId: string, now: Date): Promise<number> {
    await lockFrame(tx, frameId);
    const over = await this.offers.over(tx, frameId, now);
    if (over.length === 0) return 0;
    const startsAt = (await this.offers.plansOf(tx, [frameId])).get(frameId)!.starts_at;
    for (const each of over) {
      if (each.received_at === null && (await this.applications.cancel(tx, each.id, 'expired'))) {
        await release(tx, frameId, each.heads);
        await this.log(tx, each, 'offered', 'expired', 'expiry', now);
        // Of what has begun nobody has to be told any more.
        if (startsAt !== null && now < startsAt) await this.tell(tx, each, 'expired');
      } else {
        // Let in at the door: the place that was kept is theirs.
        const to = await this.applications.confirm(tx, each.id, now);
        await this.log(tx, each, 'offered', to, 'acceptance', now);
      }
    }
    return over.length;
  }

  private log(tx: Tx, { id, event_id: eventId }: InLine, fromStatus: ApplicationStatus, toStatus: ApplicationStatus, cause: TransitionCause, at: Date): Promise<void> {
    return this.applications.log(tx, { applicationId: id, eventId, fromStatus, toStatus, cause, reason: null, actorPersonId: null, at });
  }

  private async tell(tx: Tx, { id, event_id: eventId, person_id: personId }: InLine, what: 'offered' | 'expired'): Promise<void> {
    await this.outbox.add(tx, `events.application-${what}`, { applicationId: id, eventId, personId });
  }
}
