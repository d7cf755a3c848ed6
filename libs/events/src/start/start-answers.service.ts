import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, Outbox, refuse, type Tx } from '@yoriai/platform';
import { EventDrafts } from '../event/event-draft.service.js';
import type { CreateEventRequest } from '../event/event-draft.dto.js';
import type { EventDetail } from '../event/event.dto.js';
import type { StartList } from './start.dto.js';
import type { StartRequestEntity } from './start.entity.js';
import { asks } from './start.policy.js';
import { StartRepository } from './start.repository.js';
import { beginVerdict, isToCall, startVerdict } from './start.rules.js';
import { Starts } from './starts.service.js';

/** What is announced with an answer. */
const TOLD = { talking: 'events.start-talk-begun', accepted: 'events.start-accepted', declined: 'events.start-declined' } as const;
type Answer = keyof typeof TOLD;

/** What becomes of a request: the ward office answers, tells, and the series begins. Each act answers the list, and is logged with it; of the beginning the draft tells. */
@Injectable()
export class StartAnswers {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly starts: StartRepository,
    private readonly list: Starts,
    private readonly drafts: EventDrafts,
  ) {}

  /** Answers; whoever has an address hears of it by mail. Refuses `start.staff-only` (403), `start.not-found` (404), `start.is-…`, `start.begun`, `start.forgotten` (409), `start.reason-missing` (422). */
  answer(actor: Actor, id: string, { state, words }: { state: Answer; words: string | null }): Promise<StartList> {
    return this.act(actor, id, state, async (tx, request) => {
      const verdict = startVerdict(request, state);
      if (verdict !== true) return refuse(verdict);
      if (state === 'declined' && words === null) return refuse('platform.invalid', { status: 422, fields: [{ field: 'words', code: 'start.reason-missing' }] });
      const now = this.clock.now();
      await this.starts.save(tx, { ...request, state, reply: words, answeredBy: actor.personId, answeredAt: now, calledBy: null, calledAt: null, updatedAt: now });
      await this.outbox.add(tx, TOLD[state], { startId: id });
    });
  }

  /** The answer was told by telephone; again does nothing. Refuses as above. */
  called(actor: Actor, id: string): Promise<StartList> {
    return this.act(actor, id, 'called', async (tx, request) => {
      if (request.state !== 'accepted' && request.state !== 'declined') return refuse(`start.is-${request.state}`);
      if (isToCall(request)) await this.starts.save(tx, { ...request, calledBy: actor.personId, calledAt: this.clock.now() });
    });
  }

  /** The association takes its request back. Refuses `start.not-found` (404), `start.leaders-only` (403), `start.is-…`, `start.begun`, `start.forgotten` (409). */
  withdraw(actor: Actor, id: string): Promise<StartList> {
    return this.db.transaction(async (tx) => {
      const request = await this.locked(tx, actor, id);
      if (!asks(actor, request.organisationId)) return refuse('start.leaders-only', { status: 403 });
      const verdict = startVerdict(request, 'withdrawn');
      if (verdict !== true) return refuse(verdict);
      await this.starts.save(tx, { ...request, state: 'withdrawn', updatedAt: this.clock.now() });
      return this.list.listed(tx, actor, { action: 'start.withdrawn', subject: `start:${id}` });
    });
  }

  /** Begins what was accepted: a draft of its series, by the association or in its place by the ward office. Refuses as above, and as `EventDrafts.create`. */
  begin(actor: Actor, id: string, content: CreateEventRequest): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const request = await this.locked(tx, actor, id);
      if (!actor.isStaff() && !asks(actor, request.organisationId)) return refuse('start.leaders-only', { status: 403 });
      const verdict = beginVerdict(request);
      if (verdict !== true) return refuse(verdict);
      const event = await this.drafts.begin(tx, actor, await this.drafts.withNumber(tx, content));
      const now = this.clock.now();
      await this.starts.save(tx, { ...request, eventId: event.id, begunAt: now, updatedAt: now });
      return event;
    });
  }

  /** For the ward office alone. */
  private act(actor: Actor, id: string, done: Answer | 'called', work: (tx: Tx, request: StartRequestEntity) => Promise<void>): Promise<StartList> {
    return this.db.transaction(async (tx) => {
      const request = await this.locked(tx, actor, id);
      if (!actor.isStaff()) return refuse('start.staff-only', { status: 403 });
      await work(tx, request);
      return this.list.listed(tx, actor, { action: `start.${done}`, subject: `start:${id}` });
    });
  }

  /** Locked, for whoever sees it; for all others it is not there. */
  private async locked(tx: Tx, actor: Actor, id: string): Promise<StartRequestEntity> {
    const request = await this.starts.lock(tx, id);
    return request && (await this.list.seesOne(tx, actor, request)) ? request : refuse('start.not-found', { status: 404 });
  }
}
