import { Injectable } from '@nestjs/common';
import { Approvals } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import { refuse, Outbox, constraintRefusals, jstDate, type Tx } from '@yoriai/platform';
import { EventRevisionRepository } from '../revision/event-revision.repository.js';
import { searchTextOf } from '../revision/search.rules.js';
import { snapshotOf, withSnapshot, type EventSnapshot } from '../revision/snapshot.js';
import { SeriesTakeOver, type TakenOver } from '../series/series-take-over.js';
import { SERIES_RULE, overriddenAfter } from '../series/series-spread.rules.js';
import { takenFrom, withPlannedFrames } from './event-change.rules.js';
import { beginsOn } from './event-day.rules.js';
import { announceCheck, toCheck } from './event-checks.service.js';
import { EVENT_SUBJECT } from './event-subject.js';
import { EventMoves } from './event-moves.js';
import { isNotificationOnly, kindOfChange, type EventFacts } from './event.mapper.js';
import { NOTIFICATION_ONLY } from './notification-only.rules.js';
import { callByTheDay } from '../stall/call-day.js';
import { EventRepository } from './event.repository.js';

// A frame in which everybody has cancelled still is what their applications were about; a draw of nobody stands as well.
constraintRefusals({ application_frame_id_fkey: 'event.frame-in-use', draw_frame_id_fkey: 'event.frame-in-use' });

/** What becomes of a change that was written: words are taken over at once, the rest goes to the ward and is taken over when it is approved. */
@Injectable()
export class EventChanges {
  constructor(
    private readonly outbox: Outbox,
    private readonly events: EventRepository,
    private readonly revisions: EventRevisionRepository,
    private readonly approvals: Approvals,
    private readonly moves: EventMoves,
    private readonly series: SeriesTakeOver,
  ) {}

  /**
   * Hands the change in. What is words and contacts alone is a minor edit and stands at once; so does, by rule, what
   * needs no decision of an event about which the ward was never asked. Refuses
   * `event.change-says-nothing` (422), `event.change-takes-places` (409).
   */
  async handIn(tx: Tx, actor: Actor, facts: EventFacts): Promise<void> {
    const { event, organisation } = facts;
    const change = { ...changeOf(facts), organisation };
    const { kind } = kindOfChange(facts, change);
    if (kind === 'none') return refuse('event.change-says-nothing', { status: 422 });
    if (kind === 'minor') return this.takeOverWords(tx, actor, facts);
    await this.insistOnPlaces(tx, facts, change);
    const title = change.title ?? event.number;
    await this.standWithSeries(tx, facts);
    event.change = change;
    const byRule = isNotificationOnly(facts);
    const check = byRule ? {} : { check: toCheck({ ...event, category: change.category }) };
    const received = await this.approvals.submit(tx, actor, { subjectKind: EVENT_SUBJECT, subjectId: event.id, organisationId: event.organisationId, title, snapshot: change, isChange: true, begins: beginsOn(event), ...check });
    await this.moves.finish(tx, actor, event, 'submit', { revision: null });
    if (await announceCheck(this.outbox, tx, event.id, received)) return;
    if (!byRule) return this.outbox.add(tx, 'events.change-submitted', { eventId: event.id });
    await this.approvals.approveByRule(tx, { subjectKind: EVENT_SUBJECT, subjectId: event.id }, NOTIFICATION_ONLY);
    await this.moves.logRule(tx, event.id, NOTIFICATION_ONLY);
    // A rule lets nobody be beside another.
    Object.assign(event, { besideReason: null, besideBy: null });
    await this.takeOver(tx, null, { ...facts, submittedBy: actor.personId }, null);
  }

  /** The approved change is the event from now on, and what the public sees. Refuses `event.change-takes-places` when people took places meanwhile, `event.change-is-past` when the new day has begun before it was approved (409). */
  async takeOver(tx: Tx, actor: Actor | null, facts: EventFacts & { submittedBy: string }, comment: string | null): Promise<void> {
    const { event, submittedBy } = facts;
    const before = event.publicRevision;
    const current = { ...facts, frames: await this.events.lockFrames(tx, event.id) };
    await this.insistOnPlaces(tx, current, changeOf(facts));
    if (isPast(event.startsAt, changeOf(facts), this.moves.now())) refuse('event.change-is-past');
    const taken = await this.write(tx, current, { kind: 'submission', actorPersonId: submittedBy });
    const { revision } = taken;
    await this.moves.papers.align(tx, facts, actor === null);
    await this.moves.papers.reopenChanged(tx, { personId: actor?.personId ?? submittedBy }, event.id, { ...taken, settledBefore: facts.approval?.submittedAt ?? this.moves.now() });
    await this.moves.finish(tx, actor, event, 'approve', { reason: comment, revision });
    if (taken.before.startsAt !== taken.after.startsAt) await callByTheDay(tx, event.id, jstDate(this.moves.now()));
    await this.outbox.add(tx, 'events.event-changed', { eventId: event.id, revision, before });
    await this.series.follow(tx, event, { ...taken, approvedByRule: actor === null ? NOTIFICATION_ONLY : null });
  }

  private async insistOnPlaces(tx: Tx, { event, frames }: EventFacts, change: EventSnapshot): Promise<void> {
    const fields = takenFrom(frames, change.frames, await this.events.appliedTo(tx, event.id), change.totalPlaces);
    if (fields.length > 0) refuse('event.change-takes-places', { fields });
  }

  private async takeOverWords(tx: Tx, actor: Actor, facts: EventFacts): Promise<void> {
    const { event } = facts;
    const taken = await this.write(tx, facts, { kind: 'minor', actorPersonId: actor.personId });
    const { revision } = taken;
    if (event.changeState === 'returned') await this.approvals.lapse(tx, { subjectKind: EVENT_SUBJECT, subjectId: event.id });
    Object.assign(event, { change: null, changeState: null, changeScope: null });
    await this.moves.finish(tx, actor, event, 'edit', { revision });
    await this.outbox.add(tx, 'events.event-edited', { eventId: event.id, revision });
    await this.series.follow(tx, event, { ...taken, approvedByRule: facts.series?.approvedByRule ?? null });
  }

  /** Only here a change becomes a revision of the event: until then it can't be made public by mistake. */
  private async write(tx: Tx, facts: EventFacts, by: { kind: 'submission' | 'minor'; actorPersonId: string }): Promise<TakenOver & { revision: number }> {
    const { event, frames } = facts;
    const change = changeOf(facts);
    const before = snapshotOf(event, frames, facts.organisation);
    const scope = event.changeScope ?? 'this';
    if (event.seriesId && scope === 'this') event.overridden = overriddenAfter(event.overridden, before, change);
    Object.assign(event, withSnapshot(event, change), { searchText: searchTextOf(event.number, change) });
    const { searchText } = event;
    const revision = await this.revisions.add(tx, { eventId: event.id, ...by, snapshot: change, searchText, at: this.moves.now() });
    if (event.publicRevision !== null) event.publicRevision = revision;
    await this.events.writeFrames(tx, withPlannedFrames(event.id, frames, change.frames));
    return { revision, before, after: change, scope, kind: by.kind, writtenBy: by.actorPersonId };
  }

  /** A date has its first case with its first change: what stands was approved with the series, and the change is compared with it. */
  private async standWithSeries(tx: Tx, { event, frames, organisation, series, approval }: EventFacts): Promise<void> {
    if (!series || approval) return;
    const subject = { subjectKind: EVENT_SUBJECT, subjectId: event.id };
    const { organisationId, title, number } = event;
    await this.approvals.submit(tx, { personId: series.submittedBy }, { ...subject, organisationId, title: title ?? number, snapshot: snapshotOf(event, frames, organisation) });
    await this.approvals.approveByRule(tx, subject, SERIES_RULE);
  }
}

function changeOf({ event }: EventFacts): EventSnapshot {
  if (!event.change) throw new Error(`Event ${event.id} has no change`);
  return event.change;
}

/** A day that was moved, and is over before anybody can be told. */
function isPast(standing: Date | null, change: EventSnapshot, now: Date): boolean {
  const moved = change.startsAt === null ? null : new Date(change.startsAt);
  return moved !== null && moved.getTime() !== standing?.getTime() && moved <= now;
}
