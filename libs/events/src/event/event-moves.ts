import { Injectable } from '@nestjs/common';
import { Approvals } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Clock, newId, refuse, type Tx } from '@yoriai/platform';
import type { EventFields } from './event-draft.dto.js';
import { helpersIn } from '../help/draft-help.js';
import { EventLoader } from './event-loader.js';
import { EventPapers } from './event-papers.service.js';
import { EVENT_SUBJECT } from './event-subject.js';
import type { EventDetail } from './event.dto.js';
import type { EventEntity } from './event.entity.js';
import { checkOf, councilOf, missingIn, submitterOf, toEventDetail, unmetIn, type EventFacts } from './event.mapper.js';
import { doerOf } from './event.policy.js';
import { EventRepository } from './event.repository.js';
import type { EventSnapshot } from '../revision/snapshot.js';
import type { Asked } from '../venue/venue.repository.js';
import { lifecycleVerdict, stateAfter, statusOfVerdict, type EventVerb, type Verdict } from './event.rules.js';

/** What comes with a move, where the lifecycle asks for it. */
export interface MoveGiven {
  reason?: string | null;
  hasHeadcount?: boolean;
  /** In place of what its conditions and procedures say. */
  unmet?: number;
  unready?: number;
}

/** With these it is over what was written since the ward last decided: who writes from now on writes something else. */
const ENDS_WRITING: ReadonlySet<EventVerb> = new Set(['approve', 'reject', 'abandon', 'postpone']);

/** What the access log says was done. */
const DONE = {
  edit: 'edited',
  change: 'changed',
  abandon: 'change-abandoned',
  submit: 'submitted',
  withdraw: 'withdrawn',
  check: 'checked',
  forward: 'check-forwarded',
  return: 'returned',
  approve: 'approved',
  reject: 'rejected',
  publish: 'published',
  postpone: 'postponed',
  cancel: 'cancelled',
  report: 'reported',
  close: 'closed',
  correct: 'figures-corrected',
} as const satisfies Readonly<Record<Exclude<EventVerb, 'end' | 'pass'>, string>>;

/** The one way an event's state changes: locked, judged by the lifecycle table, written with its transition. */
@Injectable()
export class EventMoves {
  constructor(
    private readonly events: EventRepository,
    private readonly loader: EventLoader,
    private readonly clock: Clock,
    private readonly log: AccessLog,
    private readonly approvals: Approvals,
    /** What it needs besides the ward's yes. */
    readonly papers: EventPapers,
  ) {}

  /** The time of what is done here. */
  now(): Date {
    return this.clock.now();
  }

  /** Locks the event and judges. Refuses `event.not-found` (404) or what the lifecycle says. */
  async begin(tx: Tx, actor: Actor, id: string, verb: EventVerb, given: MoveGiven | ((event: EventEntity) => MoveGiven) = {}): Promise<EventFacts> {
    const facts = await this.loader.lock(tx, actor, id);
    const { event, reportedBy } = facts;
    const missing = verb === 'submit' ? missingIn(facts, this.clock.now()) : [];
    const asked = typeof given === 'function' ? given(event) : given;
    const verdict = lifecycleVerdict(verb, doerOf(actor, event, councilOf(facts)), { state: event.state, change: event.changeState, submittedBy: submitterOf(facts), check: checkOf(facts), helpers: helpersIn(facts), reportedBy, missing, unmet: unmetIn(facts), unready: facts.procedures.blocking, ...asked });
    if (verdict !== true) return refuse(verdict, { status: statusOfVerdict(verdict), fields: missing });
    return facts;
  }

  /** The same for the clock: null where there is nothing to do any more. */
  async beginByClock(tx: Tx, id: string, verb: EventVerb): Promise<EventFacts | null> {
    const event = await this.events.lock(tx, id);
    const [facts] = event ? await this.loader.factsOf(tx, [event]) : [];
    if (!facts) return null;
    const verdict = lifecycleVerdict(verb, doerOf(null, facts.event), { state: facts.event.state, change: facts.event.changeState, submittedBy: submitterOf(facts), check: checkOf(facts), missing: [] });
    return verdict === true ? facts : null;
  }

  /** The same for what somebody planned to publish by `now`: with what stands in its way then. Null where it is public or off, or was planned otherwise. */
  async beginAsPlanned(tx: Tx, id: string, now: Date): Promise<{ facts: EventFacts; by: string; verdict: Verdict } | null> {
    const event = await this.events.lock(tx, id);
    if (!event?.publishAt || event.publishBy === null || event.publishAt > now) return null;
    const [facts] = await this.loader.factsOf(tx, [event]);
    if (!facts) return null;
    const { publishBy: by, state, changeState: change } = event;
    const planner = { ...doerOf(null, event), personId: by, isHost: true };
    return { facts, by, verdict: lifecycleVerdict('publish', planner, { state, change, submittedBy: null, missing: [], unmet: unmetIn(facts), unready: facts.procedures.blocking }) };
  }

  /** Writes the new state and who, when, why. Further columns may have been set on the event before. */
  async finish(tx: Tx, actor: Pick<Actor, 'personId'> | null, event: EventEntity, verb: EventVerb, about: { reason?: string | null; revision?: number | null } = {}): Promise<void> {
    const now = this.clock.now();
    const fromState = event.state;
    const after = stateAfter(verb, fromState, event.changeState);
    // What the ward has of a change is off its desk when the change is.
    if (after.change === null && event.changeState !== null) await this.approvals.lapse(tx, { subjectKind: EVENT_SUBJECT, subjectId: event.id });
    event.state = after.state;
    event.changeState = after.change;
    if (after.state !== 'approved') Object.assign(event, { publishAt: null, publishBy: null });
    if (after.change === null) {
      event.change = null;
      event.changeScope = null;
    }
    if (ENDS_WRITING.has(verb)) event.editors = [];
    event.version += 1;
    event.updatedAt = now;
    await this.events.save(tx, event);
    await this.events.addTransition(tx, {
      id: newId(),
      eventId: event.id,
      fromState,
      toState: event.state,
      verb,
      revision: about.revision === undefined ? event.publicRevision : about.revision,
      reason: about.reason?.trim() || null,
      actorPersonId: actor?.personId ?? null,
      at: now,
    });
    // What the clock does by itself is nobody's decision.
    if (actor && verb !== 'end' && verb !== 'pass') {
      const reason = about.revision ? `revision ${about.revision}` : undefined;
      await this.log.add(tx, { actorPersonId: actor.personId, action: `event.${DONE[verb]}`, subject: `event:${event.id}`, ...(reason ? { reason } : {}) });
    }
  }

  /** Writes down that a rule approved what was just handed in, and which: nobody decided it. */
  async logRule(tx: Tx, eventId: string, rule: string): Promise<void> {
    await this.log.add(tx, { actorPersonId: null, action: 'event.approved-by-rule', subject: `event:${eventId}`, reason: rule });
  }

  /** What was asked with what its places say themselves, as `EventLoader.atVenues` has it. */
  atVenues<Asked extends Pick<EventFields, 'placeName' | 'venues' | 'uses'>>(tx: Tx, asked: Asked, now: Pick<EventSnapshot, 'placeName' | 'venues' | 'uses'>): Promise<Asked> {
    return this.loader.atVenues(tx, asked, now);
  }

  /** Whether no approved event is at the places at that time. */
  isFree(tx: Tx, asked: Asked): Promise<boolean> {
    return this.loader.isFree(tx, asked);
  }

  /** The event as it stands after the move. */
  async answer(tx: Tx, actor: Actor, id: string): Promise<EventDetail> {
    const facts = await this.loader.after(tx, id);
    return toEventDetail(actor, await this.loader.whole(tx, facts), this.clock.now());
  }
}
