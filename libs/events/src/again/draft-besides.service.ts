import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog, type LoggedAction } from '@yoriai/identity';
import { Clock, jstDate, refuse, type Tx } from '@yoriai/platform';
import { ContestRepository } from '../contest/contest.repository.js';
import type { Division } from '../contest/contest.rules.js';
import type { FrameEntity } from '../frame/frame.entity.js';
import { EventLoader } from '../event/event-loader.js';
import type { EventFacts } from '../event/event.mapper.js';
import { helpFor, mayHost } from '../event/event.policy.js';
import { StallRepository } from '../stall/stall.repository.js';
import { callByTheDay } from '../stall/call-day.js';
import type { StallCallEntity, StallPlotEntity } from '../stall/stall.entity.js';
import { callDaysBy, daysBetween, divisionsOn } from './again.rules.js';
import type { PlannedCall, PlannedContest } from './planned.dto.js';
import { plannedOn } from './planned.rules.js';

/** What a draft is begun with besides, on its frames in their order. */
export interface Planned {
  contest: PlannedContest | undefined;
  stalls: PlannedCall | undefined;
  frames: readonly FrameEntity[];
}

/** What stands beside an event and begins with its draft: a contest and a call for stalls. Of an event that is held again what was written goes along, nobody who took part. */
@Injectable()
export class DraftBesides {
  constructor(
    private readonly clock: Clock,
    private readonly accessLog: AccessLog,
    private readonly loader: EventLoader,
    private readonly contests: ContestRepository,
    private readonly stalls: StallRepository,
  ) {}

  /**
   * Gives a new draft the contest and the call for stalls that were asked for with it, as a template does; answers whether there were
   * any. Who may begin the draft may do so; divisions are of its own `frames` (`plannedErrors`). The call goes by the day of the event.
   */
  async plan(tx: Tx, actor: Actor, eventId: string, { contest, stalls, frames }: Planned): Promise<boolean> {
    if (contest) {
      const { criteria, scale, places } = contest;
      await this.saveContest(tx, eventId, { criteria, scale, places, divisions: plannedOn(contest.divisions, frames) });
    }
    if (stalls) {
      const { kinds, places, closesBefore, note = null, plots } = stalls;
      const rows = plots.map(({ code, venue }, sort) => ({ eventId, code, venue: venue ?? null, sort }));
      await this.saveCall(tx, { eventId, kinds, places, opensOn: null, closesOn: null, closesBefore, note, updatedAt: this.clock.now() }, rows);
    }
    const done = [...(contest ? ['contest.saved' as const] : []), ...(stalls ? ['stall-call.saved' as const] : [])];
    await this.log(tx, actor, eventId, done);
    return done.length > 0;
  }

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
    await this.log(tx, actor, to, carried);
    return carried.length === 0 ? after : this.loader.read(tx, actor, to);
  }

  private async contest(tx: Tx, before: EventFacts, after: EventFacts): Promise<LoggedAction[]> {
    const contest = await this.contests.of(tx, before.event.id);
    const divisions = contest ? divisionsOn(await this.contests.divisionsOf(tx, before.event.id), before.frames, after.frames) : [];
    if (contest === null || divisions.length === 0) return [];
    const { criteria, scale, places } = contest;
    await this.saveContest(tx, after.event.id, { criteria, scale, places, divisions });
    return ['contest.saved'];
  }

  private async call(tx: Tx, before: EventFacts, after: EventFacts): Promise<LoggedAction[]> {
    const call = await this.stalls.callOf(tx, before.event.id);
    if (call === null) return [];
    const eventId = after.event.id;
    const plots = (await this.stalls.plotsOf(tx, before.event.id)).map((plot) => ({ ...plot, eventId }));
    const moved = callDaysBy(call, daysBetween(before.event.startsAt, after.event.startsAt));
    await this.saveCall(tx, { ...moved, eventId, updatedAt: this.clock.now() }, plots);
    return ['stall-call.saved'];
  }

  private async saveContest(tx: Tx, eventId: string, { divisions, ...contest }: { criteria: string[]; scale: number; places: number; divisions: Division[] }): Promise<void> {
    await this.contests.save(tx, eventId, { ...contest, at: this.clock.now() });
    await this.contests.saveDivisions(tx, eventId, divisions);
  }

  /** One that goes by the day of the event has its last day at once, where that is known. */
  private async saveCall(tx: Tx, call: StallCallEntity, plots: readonly StallPlotEntity[]): Promise<void> {
    await this.stalls.saveCall(tx, call, plots);
    await callByTheDay(tx, call.eventId, jstDate(this.clock.now()));
  }

  private async log(tx: Tx, { personId }: Actor, eventId: string, done: readonly LoggedAction[]): Promise<void> {
    for (const action of done) await this.accessLog.add(tx, { actorPersonId: personId, action, subject: `event:${eventId}`, rowCount: 0 });
  }
}
