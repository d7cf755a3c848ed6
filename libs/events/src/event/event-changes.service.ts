import { Injectable } from '@nestjs/common';
import { Approvals } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import { Clock, Outbox, constraintRefusals, refuse, type Tx } from '@yoriai/platform';
import { EventRevisionRepository } from '../revision/event-revision.repository.js';
import { searchTextOf } from '../revision/search.rules.js';
import { withSnapshot, type EventSnapshot } from '../revision/snapshot.js';
import { takenFrom, withPlannedFrames } from './event-change.rules.js';
import { beginsOn } from './event-day.rules.js';
import { EVENT_SUBJECT } from './event-loader.js';
import { EventMoves } from './event-moves.js';
import { isNotificationOnly, kindOfChange, type EventFacts } from './event.mapper.js';
import { NOTIFICATION_ONLY } from './notification-only.rules.js';
import { EventRepository } from './event.repository.js';

// A frame in which everybody has cancelled still is what their applications were about.
constraintRefusals({ application_frame_id_fkey: 'event.frame-in-use' });

/** What becomes of a change that was written: words are taken over at once, the rest goes to the ward and is taken over when it is approved. */
@Injectable()
export class EventChanges {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly events: EventRepository,
    private readonly revisions: EventRevisionRepository,
    private readonly approvals: Approvals,
    private readonly moves: EventMoves,
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
    await this.approvals.submit(tx, actor, { subjectKind: EVENT_SUBJECT, subjectId: event.id, organisationId: event.organisationId, title, snapshot: change, isChange: true, begins: beginsOn(event) });
    event.change = change;
    const byRule = isNotificationOnly(facts);
    await this.moves.finish(tx, actor, event, 'submit', { revision: null });
    if (!byRule) return this.outbox.add(tx, 'events.change-submitted', { eventId: event.id });
    await this.approvals.approveByRule(tx, { subjectKind: EVENT_SUBJECT, subjectId: event.id }, NOTIFICATION_ONLY);
    await this.moves.logRule(tx, event.id, NOTIFICATION_ONLY);
    await this.takeOver(tx, null, { ...facts, submittedBy: actor.personId }, null);
  }

  /** The approved change is the event from now on, and what the public sees. Refuses `event.change-takes-places` when people took places meanwhile, `event.change-is-past` when the new day has begun before it was approved (409). */
  async takeOver(tx: Tx, actor: Actor | null, facts: EventFacts & { submittedBy: string }, comment: string | null): Promise<void> {
    const { event, submittedBy } = facts;
    const before = event.publicRevision;
    const current = { ...facts, frames: await this.events.lockFrames(tx, event.id) };
    await this.insistOnPlaces(tx, current, changeOf(facts));
    if (isPast(event.startsAt, changeOf(facts), this.clock.now())) refuse('event.change-is-past');
    const revision = await this.write(tx, current, { kind: 'submission', actorPersonId: submittedBy });
    await this.moves.finish(tx, actor, event, 'approve', { reason: comment, revision });
    await this.outbox.add(tx, 'events.event-changed', { eventId: event.id, revision, before });
  }

  private async insistOnPlaces(tx: Tx, { event, frames }: EventFacts, change: EventSnapshot): Promise<void> {
    const fields = takenFrom(frames, change.frames, await this.events.appliedTo(tx, event.id));
    if (fields.length > 0) refuse('event.change-takes-places', { fields });
  }

  private async takeOverWords(tx: Tx, actor: Actor, facts: EventFacts): Promise<void> {
    const { event } = facts;
    const revision = await this.write(tx, facts, { kind: 'minor', actorPersonId: actor.personId });
    if (event.changeState === 'returned') await this.approvals.lapse(tx, { subjectKind: EVENT_SUBJECT, subjectId: event.id });
    event.change = null;
    event.changeState = null;
    await this.moves.finish(tx, actor, event, 'edit', { revision });
    await this.outbox.add(tx, 'events.event-edited', { eventId: event.id, revision });
  }

  /** Only here a change becomes a revision of the event: until then it can't be made public by mistake. */
  private async write(tx: Tx, facts: EventFacts, by: { kind: 'submission' | 'minor'; actorPersonId: string }): Promise<number> {
    const { event, frames } = facts;
    const change = changeOf(facts);
    Object.assign(event, withSnapshot(event, change), { searchText: searchTextOf(event.number, change) });
    const { searchText } = event;
    const revision = await this.revisions.add(tx, { eventId: event.id, ...by, snapshot: change, searchText, at: this.clock.now() });
    if (event.publicRevision !== null) event.publicRevision = revision;
    await this.events.writeFrames(tx, withPlannedFrames(event.id, frames, change.frames));
    return revision;
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
