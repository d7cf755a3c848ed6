import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog, type LoggedAction } from '@yoriai/identity';
import { Clock, Db, Outbox, constraintRefusals, jstDate, refuse, type Tx } from '@yoriai/platform';
import { callByTheDay } from './call-day.js';
import type { StallCallRequest, StallList } from './stall.dto.js';
import type { StallEntity } from './stall.entity.js';
import { StallEvents } from './stall-events.js';
import { toCall, toStallLine } from './stall.mapper.js';
import { StallRepository } from './stall.repository.js';
import { equipmentOf } from './stall.rules.js';

constraintRefusals({
  stall_one_on_a_plot: 'stall.plot-taken',
  stall_plot_known: { code: 'stall.plot-unknown', status: 422 },
  stall_call_days: { code: 'stall.closes-before-open', status: 422 },
});

/** Stalls as the host sees them: the call, the answers, who stands where. What is read and decided is logged. */
@Injectable()
export class Stalls {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly accessLog: AccessLog,
    private readonly stalls: StallRepository,
    private readonly events: StallEvents,
  ) {}

  /** All stalls with their contacts, for those who lead the event; the reading is logged. Refuses `event.not-found` (404), `stall.leaders-only` (403). */
  ofEvent(actor: Actor, eventId: string, action: LoggedAction = 'stalls.contacts-read'): Promise<StallList> {
    return this.db.transaction(async (tx) => {
      await this.events.read(tx, actor, eventId);
      return this.logged(tx, actor, eventId, { action, subject: `event:${eventId}` });
    });
  }

  /** Opens the event for stalls, or changes what it takes. Refuses as above, `event.is-…` (409), `stall.plot-unknown` (422) for a plot that goes although a stall is on it, `stall.closes-before-open` (422). */
  open(actor: Actor, eventId: string, { plots, ...request }: StallCallRequest): Promise<StallList> {
    return this.db.transaction(async (tx) => {
      await this.events.lock(tx, actor, eventId);
      const { kinds, places, opensOn = null, closesOn = null, closesBefore = null, note = null } = request;
      await this.stalls.saveCall(tx, { eventId, kinds, places, opensOn, closesOn, closesBefore, note, updatedAt: this.clock.now() }, plots.map(({ code, venue }, sort) => ({ eventId, code, venue: venue ?? null, sort })));
      if (closesOn === null) await callByTheDay(tx, eventId, jstDate(this.clock.now()));
      return this.logged(tx, actor, eventId, { action: 'stall-call.saved', subject: `event:${eventId}` });
    });
  }

  /** Accepts a stall, with a sentence that is mailed. Refuses as above, `stall.not-found` (404), `stall.is-…` (409), `stall.full` (409). */
  accept(actor: Actor, id: string, words: string | null): Promise<StallList> {
    return this.decide(actor, id, { state: 'accepted', words });
  }

  /** Declines a stall, also one that was accepted: its plot is free then. Refuses as {@link accept}. */
  decline(actor: Actor, id: string, words: string | null): Promise<StallList> {
    return this.decide(actor, id, { state: 'declined', words });
  }

  /** Puts an accepted stall on a plot, or takes it off; it is told. Refuses as above, `stall.plot-taken` (409), `stall.plot-unknown` (422). */
  place(actor: Actor, id: string, plot: string | null): Promise<StallList> {
    return this.db.transaction(async (tx) => {
      const stall = await this.lock(tx, actor, id);
      if (stall.state !== 'accepted') return refuse(`stall.is-${stall.state}`);
      if (stall.plot !== plot) {
        await this.stalls.save(tx, { ...stall, plot, updatedAt: this.clock.now() });
        if (plot !== null) await this.outbox.add(tx, 'events.stall-placed', { stallId: id, eventId: stall.eventId });
      }
      return this.logged(tx, actor, stall.eventId, { action: 'stall.placed', subject: `stall:${id}` });
    });
  }

  private decide(actor: Actor, id: string, { state, words }: { state: 'accepted' | 'declined'; words: string | null }): Promise<StallList> {
    return this.db.transaction(async (tx) => {
      const stall = await this.lock(tx, actor, id);
      if (stall.state === state || stall.state === 'withdrawn') return refuse(`stall.is-${stall.state}`);
      const { call, stalls } = await this.list(tx, stall.eventId);
      if (state === 'accepted' && stalls.filter((each) => each.state === 'accepted').length >= (call?.places ?? 0)) return refuse('stall.full');
      const now = this.clock.now();
      await this.stalls.save(tx, { ...stall, state, plot: state === 'accepted' ? stall.plot : null, reply: words, decidedBy: actor.personId, decidedAt: now, updatedAt: now });
      await this.events.align(tx, stall.eventId);
      await this.outbox.add(tx, `events.stall-${state}`, { stallId: id, eventId: stall.eventId });
      return this.logged(tx, actor, stall.eventId, { action: `stall.${state}`, subject: `stall:${id}` });
    });
  }

  /** The event first, then the stall. */
  private async lock(tx: Tx, actor: Actor, id: string): Promise<StallEntity> {
    const eventId = (await this.stalls.eventOf(tx, id)) ?? refuse('stall.not-found', { status: 404 });
    await this.events.lock(tx, actor, eventId);
    return (await this.stalls.lock(tx, id)) ?? refuse('stall.not-found', { status: 404 });
  }

  /** Whatever is done here answers all contacts: how many is written down with it. */
  private async logged(tx: Tx, { personId }: Actor, eventId: string, done: { action: LoggedAction; subject: string }): Promise<StallList> {
    const list = await this.list(tx, eventId);
    await this.accessLog.add(tx, { actorPersonId: personId, ...done, rowCount: list.stalls.length });
    return list;
  }

  private async list(tx: Tx, eventId: string): Promise<StallList> {
    const call = await this.stalls.callOf(tx, eventId);
    const stalls = (await this.stalls.ofEvent(tx, eventId)).map(toStallLine);
    return { call: call && toCall(call, await this.stalls.plotsOf(tx, eventId)), stalls, equipment: equipmentOf(stalls.filter(({ state }) => state === 'accepted')) };
  }
}
