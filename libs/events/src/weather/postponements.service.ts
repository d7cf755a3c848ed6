import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Db, Outbox, jstDate, refuse, type DateOnly, type Tx } from '@yoriai/platform';
import { usesAt } from '../event/checklist-flags.rules.js';
import { withPlannedFrames } from '../event/event-change.rules.js';
import { EventMoves } from '../event/event-moves.js';
import type { EventDetail } from '../event/event.dto.js';
import type { EventEntity } from '../event/event.entity.js';
import { isByRule, type EventFacts } from '../event/event.mapper.js';
import { doerOf, leadsEvent } from '../event/event.policy.js';
import { EventRepository } from '../event/event.repository.js';
import { EventRevisionRepository } from '../revision/event-revision.repository.js';
import { searchTextOf } from '../revision/search.rules.js';
import { snapshotOf, withSnapshot, type EventSnapshot } from '../revision/snapshot.js';
import { overriddenAfter } from '../series/series-spread.rules.js';
import { moveCallBy } from '../stall/call-day.js';
import type { DecisionCause } from './day-decision.entity.js';
import { DayDecisionRepository } from './day-decision.repository.js';
import { daysTo, postponed, postponeVerdict } from './postponement.rules.js';

/** What was decided: the new day, why, and the beginning that was on the screen of whoever decided. */
export interface PostponeGiven {
  day: DateOnly;
  cause: DecisionCause;
  reason: string;
  startsAt: string;
  /** Of the ward office, as at an approval: why it may be where another event is then. */
  besideReason?: string | null;
}

/** Putting a whole event off (順延・延期), in one transaction. docs/adr/0041. */
@Injectable()
export class Postponements {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly moves: EventMoves,
    private readonly events: EventRepository,
    private readonly revisions: EventRevisionRepository,
    private readonly decisions: DayDecisionRepository,
  ) {}

  /**
   * The event is on the new day from now on: everybody keeps their place there and is asked whether they still come. A
   * change that was open ends with it. Refuses `event.postponed-meanwhile`, `event.postpone-begun`,
   * `event.postpone-not-approved`, `event.venue-taken` of the ward without a reason, `event.venue-taken-then` of a host, who is to ask the ward (409), `event.postpone-day`, `event.reason-required` (422).
   */
  postpone(actor: Actor, id: string, given: PostponeGiven): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.moves.begin(tx, actor, id, 'postpone', { reason: given.reason });
      const { event } = facts;
      // Whoever pressed second saw a day that is not the event's any more.
      if (event.startsAt?.getTime() !== Date.parse(given.startsAt)) refuse('event.postponed-meanwhile');
      this.insistOnDay(actor, facts, given.day);
      const was = { wasStartsAt: event.startsAt, wasEndsAt: event.endsAt };
      const before = event.publicRevision;
      const revision = await this.write(tx, actor, facts, given);
      await moveCallBy(tx, id, daysTo(given.startsAt, given.day), jstDate(this.moves.now()));
      const { cause, reason } = given;
      const decision = await this.decisions.add(tx, { eventId: id, kind: 'postponed', cause, reason, ...was, revision, decidedBy: actor.personId, byWard: !leadsEvent(actor, event), decidedAt: this.moves.now() });
      await this.moves.finish(tx, actor, event, 'postpone', { reason, revision });
      // The procedures are of the new day too, and of what is public: an open change is gone by now.
      await this.moves.papers.align(tx, facts, false);
      await this.moves.papers.reopen(tx, actor, facts, reason);
      await this.outbox.add(tx, 'events.event-postponed', { eventId: id, revision, before: before ?? revision, decisionId: decision.id });
      return this.moves.answer(tx, actor, id);
    });
  }

  private insistOnDay(actor: Actor, facts: EventFacts, day: DateOnly): void {
    const { event, approval, series } = facts;
    const verdict = postponeVerdict(day, { now: this.moves.now(), startsAt: event.startsAt, rainPolicy: event.rainPolicy, isStaff: doerOf(actor, event).isStaff, byRule: isByRule(approval, series) });
    if (verdict === 'event.postpone-day') refuse(verdict, { status: 422, fields: [{ field: 'day', code: verdict }] });
    if (verdict !== true) refuse(verdict);
  }

  /** A minor revision: what the ward decided on stays what a later change is compared with. */
  private async write(tx: Tx, actor: Actor, facts: EventFacts, { day, besideReason = null }: PostponeGiven): Promise<number> {
    const { event, organisation } = facts;
    const frames = await this.events.lockFrames(tx, event.id);
    const now = this.moves.now();
    const before: EventSnapshot = snapshotOf(event, frames, organisation);
    const open = new Set(frames.filter(({ opensAt, closesAt }) => (opensAt === null || opensAt <= now) && (closesAt === null || closesAt > now)).map(({ id }) => id));
    const drawn = new Set(frames.filter(({ drawnAt }) => drawnAt !== null).map(({ id }) => id));
    const after = await this.there(tx, before, postponed(before, day, now, { open, drawn }));
    if (event.seriesId) event.overridden = overriddenAfter(event.overridden, before, after);
    // Where the ward let it be beside another, that was on the old day.
    const beside = await this.besideThen(tx, actor, withSnapshot(event, after), besideReason);
    Object.assign(event, withSnapshot(event, after), { searchText: searchTextOf(event.number, after), besideReason: beside, besideBy: beside === null ? null : actor.personId });
    const { searchText } = event;
    const revision = await this.revisions.add(tx, { eventId: event.id, kind: 'minor', actorPersonId: actor.personId, snapshot: after, searchText, at: now });
    event.publicRevision = revision;
    await this.events.writeFrames(tx, withPlannedFrames(event.id, frames, after.frames));
    return revision;
  }

  /** The ward office may let it be beside another on the new day, and says why; null where nothing else is there. */
  private async besideThen(tx: Tx, actor: Actor, then: EventEntity, reason: string | null): Promise<string | null> {
    if (await this.moves.isFree(tx, then)) return null;
    if (!doerOf(actor, then).isStaff) return refuse('event.venue-taken-then');
    return reason === null || reason.trim() === '' ? refuse('event.venue-taken') : reason.trim();
  }

  /** Of the ward's list it is where its new place is called like one of the list, and uses what that place says ({@link usesAt}); nowhere else. */
  private async there(tx: Tx, before: EventSnapshot, after: EventSnapshot): Promise<EventSnapshot> {
    const { placeName } = after;
    if (placeName === null || placeName === before.placeName) return after;
    const kinds = await this.events.venueKinds(tx, [placeName]);
    return { ...after, venues: kinds.has(placeName) ? [placeName] : [], uses: usesAt([...kinds.values()], after.uses) };
  }
}
