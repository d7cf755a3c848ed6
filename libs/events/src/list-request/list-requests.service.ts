import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog, People } from '@yoriai/identity';
import { Clock, Db, constraintRefusals, newId, refuse, type Tx } from '@yoriai/platform';
import { leadsEvent, maySee, type EventOfHost } from '../event/event.policy.js';
import { EventRepository } from '../event/event.repository.js';
import type { EventEntity } from '../event/event.entity.js';
import { loggedReason, readReason } from './export-reason.rules.js';
import type { ListRequestBody, ListRequestLine, ListRequestList, ListRequestsOfEvent } from './list-request.dto.js';
import { mayTakeAlong, needsSecond } from './list-request.policy.js';
import { ListRequestRepository, type FoundRequest } from './list-request.repository.js';
import { decideVerdict, endOf, stateOf, takeVerdict, type ListName } from './list-request.rules.js';

constraintRefusals({
  list_request_open: 'list-request.open',
  list_request_second_person: { code: 'list-request.second-person', status: 403 },
  // Looked at before; here it was written past that.
  list_request_taken_in_time: 'list-request.lapsed',
  list_request_words: { code: 'platform.invalid', status: 422 },
  list_request_reply: { code: 'platform.invalid', status: 422 },
});

/**
 * Lists with names that ward staff take along as a file (domain.md §4.7, docs/adr/0072): they ask with a reason, a second person
 * of the ward office says yes or no, and with a yes they take the list once within a day. Every step is a line of the access log.
 */
@Injectable()
export class ListRequests {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: AccessLog,
    private readonly people: People,
    private readonly events: EventRepository,
    private readonly requests: ListRequestRepository,
  ) {}

  /** Whether the actor needs a second person for lists of this event, and how their own requests stand. Refuses `event.not-found` (404), `print.leaders-only`, `list-request.leaders-only` (403). */
  ofEvent(actor: Actor, eventId: string): Promise<ListRequestsOfEvent> {
    return this.db.read(async (tx) => this.told(tx, actor, await this.led(tx, actor, eventId)));
  }

  /** Asks for a list. Refuses as {@link ofEvent}, `print.reason-missing` (422), `list-request.not-needed`, `list-request.names-removed`, `list-request.open` (409) while one waits or may be taken. */
  ask(actor: Actor, eventId: string, { list, ...said }: ListRequestBody): Promise<ListRequestsOfEvent> {
    return this.db.transaction(async (tx) => {
      const event = await this.led(tx, actor, eventId);
      const reason = readReason(said);
      if (!needsSecond(actor, event)) return refuse('list-request.not-needed');
      if (event.namesRemovedAt !== null) return refuse('list-request.names-removed');
      const now = this.clock.now();
      const last = await this.requests.lockNewest(tx, eventId, list, actor.personId);
      if (last && stateOf(last, now) === 'lapsed') await this.requests.close(tx, last.id, now);
      await this.requests.insert(tx, { id: newId(), eventId, list, ...reason, askedBy: actor.personId, askedAt: now });
      await this.logged(tx, actor, { eventId, list }, 'asked', loggedReason(reason));
      return this.told(tx, actor, event);
    });
  }

  /** What waits for a second person, and what the actor may take. Refuses `list-request.staff-only` (403). */
  pending(actor: Actor): Promise<ListRequestList> {
    return this.db.read((tx) => this.listed(tx, actor));
  }

  /** The second person says yes. Refuses `list-request.staff-only`, `list-request.second-person` (403) to whoever asked, `list-request.not-found` (404), `list-request.decided`, `list-request.lapsed`, `list-request.names-removed` (409). */
  allow(actor: Actor, id: string, reply: string | null): Promise<ListRequestList> {
    return this.decide(actor, id, 'allowed', reply);
  }

  /** The second person says no. Refuses as {@link allow}, but also where the names are gone. */
  deny(actor: Actor, id: string, reply: string | null): Promise<ListRequestList> {
    return this.decide(actor, id, 'refused', reply);
  }

  /**
   * The reason that the log keeps of a list that is taken now, in the transaction of the read: for who leads an association the one
   * that they say (`said`), for ward staff the one that a second person allowed, once. The caller has asked that the actor leads the event.
   * Refuses `list-request.leaders-only` (403) to who leads drills alone, `list-request.needed`, `.waiting`, `.refused`, `.taken`, `.lapsed`, `.names-removed` (409).
   */
  async take(tx: Tx, actor: Actor, event: EventOfHost & { id: string; namesRemovedAt: Date | null }, list: ListName, said: () => string): Promise<string> {
    if (!mayTakeAlong(actor, event)) return refuse('list-request.leaders-only', { status: 403 });
    if (!needsSecond(actor, event)) return said();
    if (event.namesRemovedAt !== null) return refuse('list-request.names-removed');
    const now = this.clock.now();
    const request = await this.requests.lockNewest(tx, event.id, list, actor.personId);
    const verdict = takeVerdict(request, now);
    if (verdict !== true || !request) return refuse(verdict === true ? 'list-request.needed' : verdict);
    await this.requests.take(tx, request.id, now);
    return loggedReason(request);
  }

  private async decide(actor: Actor, id: string, verdict: 'allowed' | 'refused', reply: string | null): Promise<ListRequestList> {
    if (!actor.isStaff()) return refuse('list-request.staff-only', { status: 403 });
    return this.db.transaction(async (tx) => {
      const request = await this.requests.lock(tx, id);
      if (!request || !maySee(actor, request)) return refuse('list-request.not-found', { status: 404 });
      const now = this.clock.now();
      const may = decideVerdict(request, actor.personId, now);
      if (may !== true) return refuse(may, may === 'list-request.second-person' ? { status: 403 } : {});
      if (verdict === 'allowed' && request.namesRemovedAt !== null) return refuse('list-request.names-removed');
      await this.requests.decide(tx, id, { by: actor.personId, at: now, verdict, reply });
      await this.logged(tx, actor, request, verdict, loggedReason(request));
      return this.listed(tx, actor);
    });
  }

  private async led(tx: Tx, actor: Actor, eventId: string): Promise<EventEntity> {
    const event = await this.events.byId(tx, eventId);
    if (!event || !maySee(actor, event)) return refuse('event.not-found', { status: 404 });
    if (!leadsEvent(actor, event)) return refuse('print.leaders-only', { status: 403 });
    return mayTakeAlong(actor, event) ? event : refuse('list-request.leaders-only', { status: 403 });
  }

  private async told(tx: Tx, actor: Actor, event: EventEntity): Promise<ListRequestsOfEvent> {
    const needed = needsSecond(actor, event);
    return { needed, items: needed ? await this.lines(tx, actor, await this.requests.ofAsker(tx, event.id, actor.personId)) : [] };
  }

  private async listed(tx: Tx, actor: Actor): Promise<ListRequestList> {
    if (!actor.isStaff()) return refuse('list-request.staff-only', { status: 403 });
    const found = await this.requests.pending(tx, actor.personId, this.clock.now());
    return { items: await this.lines(tx, actor, found.filter((each) => maySee(actor, each))) };
  }

  private async lines(tx: Tx, actor: Actor, found: readonly FoundRequest[]): Promise<ListRequestLine[]> {
    const now = this.clock.now();
    const names = await this.people.summaries(tx, [...new Set(found.flatMap(({ askedBy, decidedBy }) => [askedBy, ...(decidedBy === null ? [] : [decidedBy])]))]);
    return found.map((each) => {
      const { id, eventId, kana, list, why, words, reply } = each;
      const people = { askedBy: names.get(each.askedBy)?.name ?? '', decidedBy: each.decidedBy === null ? null : (names.get(each.decidedBy)?.name ?? '') };
      return { ...{ id, eventId, kana, list, why, words, reply }, ...people, title: each.title ?? each.number, state: stateOf(each, now), mine: each.askedBy === actor.personId, askedAt: each.askedAt.toISOString(), until: endOf(each).toISOString() };
    });
  }

  private async logged(tx: Tx, actor: Actor, { eventId, list }: { eventId: string; list: ListName }, done: 'asked' | 'allowed' | 'refused', reason: string): Promise<void> {
    await this.log.add(tx, { actorPersonId: actor.personId, action: `${list}.${done}`, subject: `event:${eventId}`, reason });
  }
}
