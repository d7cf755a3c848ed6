import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog, type LoggedAction } from '@yoriai/identity';
import { Clock, refuse, type Tx } from '@yoriai/platform';
import { ContestRepository } from '../contest/contest.repository.js';
import { EventLoader } from '../event/event-loader.js';
import type { EventFacts } from '../event/event.mapper.js';
import { helpFor, mayHost } from '../event/event.policy.js';
import { StallRepository } from '../stall/stall.repository.js';
import { callDaysBy, daysBetween, divisionsOn } from './again.rules.js';

/** What stands beside an event and goes along when it is held again: what was written, nobody who took part. */
@Injectable()
export class HeldAgain {
  constructor(
    private readonly clock: Clock,
    private readonly accessLog: AccessLog,
    private readonly loader: EventLoader,
    private readonly contests: ContestRepository,
    private readonly stalls: StallRepository,
  ) {}

  /**
   * Gives a new draft the contest (divisions, criteria, points, ranks) and the call for stalls (with its plots) of the event that is
   * held again, and answers the draft as it is then. Judges, stalls, entries and co-hosts stay behind. Refuses `event.not-found` (404),
   * `event.host-only` (403) to who may neither host that event nor help its host.
   */
  async carry(tx: Tx, actor: Actor, { from, to }: { from: string; to: string }): Promise<EventFacts> {
    const before = await this.loader.read(tx, actor, from);
    if (!mayHost(actor, before.event) && helpFor(actor, before.event) === null) return refuse('event.host-only', { status: 403 });
    const after = await this.loader.read(tx, actor, to);
    const carried = [...(await this.contest(tx, before, after)), ...(await this.call(tx, before, after))];
    for (const action of carried) await this.accessLog.add(tx, { actorPersonId: actor.personId, action, subject: `event:${to}`, rowCount: 0 });
    return carried.length === 0 ? after : this.loader.read(tx, actor, to);
  }

  private async contest(tx: Tx, before: EventFacts, after: EventFacts): Promise<LoggedAction[]> {
    const contest = await this.contests.of(tx, before.event.id);
    const divisions = contest ? divisionsOn(await this.contests.divisionsOf(tx, before.event.id), before.frames, after.frames) : [];
    if (contest === null || divisions.length === 0) return [];
    const { criteria, scale, places } = contest;
    await this.contests.save(tx, after.event.id, { criteria, scale, places, at: this.clock.now() });
    await this.contests.saveDivisions(tx, after.event.id, divisions);
    return ['contest.saved'];
  }

  private async call(tx: Tx, before: EventFacts, after: EventFacts): Promise<LoggedAction[]> {
    const call = await this.stalls.callOf(tx, before.event.id);
    if (call === null) return [];
    const eventId = after.event.id;
    const plots = (await this.stalls.plotsOf(tx, before.event.id)).map((plot) => ({ ...plot, eventId }));
    const moved = callDaysBy(call, daysBetween(before.event.startsAt, after.event.startsAt));
    await this.stalls.saveCall(tx, { ...moved, eventId, updatedAt: this.clock.now() }, plots);
    return ['stall-call.saved'];
  }
}
