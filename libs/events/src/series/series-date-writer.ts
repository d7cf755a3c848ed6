import { Injectable } from '@nestjs/common';
import { Approvals } from '@yoriai/approvals';
import { Outbox, jstDate, newId, type Tx } from '@yoriai/platform';
import { takenFrom, withPlannedFrames } from '../event/event-change.rules.js';
import { contradictions } from '../event/event-content.rules.js';
import { beginsOn } from '../event/event-day.rules.js';
import { EVENT_SUBJECT } from '../event/event-subject.js';
import { EventMoves } from '../event/event-moves.js';
import type { EventFacts } from '../event/event.mapper.js';
import { EventRepository } from '../event/event.repository.js';
import { EventRevisionRepository } from '../revision/event-revision.repository.js';
import { searchTextOf } from '../revision/search.rules.js';
import { snapshotOf, withSnapshot, type EventSnapshot } from '../revision/snapshot.js';
import { SERIES_RULE, changedFields, spread, type DatedContent, type SpreadField } from './series-spread.rules.js';

/** What is put into a date: fields of another one, and how they came to stand there. */
export interface SpreadFields {
  fields: readonly SpreadField[];
  source: DatedContent;
  kind: 'submission' | 'minor';
  writtenBy: string;
}

/** Fields that say when something is; they only make sense together. */
const HOURS: readonly SpreadField[] = ['startsAt', 'endsAt', 'rainDecisionAt', 'frames', 'duties'];

/** Puts what was changed for several dates of a series into one of them, and leaves alone what that one has of its own. */
@Injectable()
export class SeriesDateWriter {
  constructor(
    private readonly outbox: Outbox,
    private readonly events: EventRepository,
    private readonly revisions: EventRevisionRepository,
    private readonly approvals: Approvals,
    private readonly moves: EventMoves,
  ) {}

  /** The event is locked. Nothing happens where everything stands like that already. */
  async write(tx: Tx, facts: EventFacts, given: SpreadFields): Promise<void> {
    const { event, organisation } = facts;
    const frames = await this.events.lockFrames(tx, event.id);
    const before = snapshotOf(event, frames, organisation);
    const appliedTo = given.fields.includes('frames') ? await this.events.appliedTo(tx, event.id) : new Set<string>();
    const isTaken = (after: EventSnapshot): boolean => takenFrom(frames, after.frames, appliedTo).length > 0;
    const { after, own } = fitting(before, event.overridden, given, isTaken);
    event.overridden = own;
    if (changedFields(before, after).length === 0) return this.events.save(tx, event);
    if (event.change) event.change = intoChange(before, event.change, given);
    const said = event.publicRevision;
    Object.assign(event, withSnapshot(event, after), { searchText: searchTextOf(event.number, after), version: event.version + 1, updatedAt: this.moves.now() });
    const { searchText, updatedAt: at } = event;
    const revision = await this.revisions.add(tx, { eventId: event.id, kind: given.kind, snapshot: after, searchText, actorPersonId: given.writtenBy, at });
    event.publicRevision = revision;
    await this.events.save(tx, event);
    await this.events.writeFrames(tx, withPlannedFrames(event.id, frames, after.frames));
    await this.announce(tx, facts, given, { revision, before: said, after });
  }

  private async announce(tx: Tx, { event, approval }: EventFacts, { kind, writtenBy }: SpreadFields, said: { revision: number; before: number | null; after: EventSnapshot }): Promise<void> {
    const { id: eventId, state } = event;
    const { revision, before, after } = said;
    const verb = kind === 'minor' ? 'edit' : 'approve';
    await this.events.addTransition(tx, { id: newId(), eventId, fromState: state, toState: state, verb, revision, reason: null, actorPersonId: null, at: this.moves.now() });
    if (kind === 'minor') return this.outbox.add(tx, 'events.event-edited', { eventId, revision });
    // A date that has a case of its own is compared with what stands, also the next time.
    if (approval?.status === 'approved') {
      const subject = { subjectKind: EVENT_SUBJECT, subjectId: eventId };
      const { organisationId, title, number } = event;
      await this.approvals.submit(tx, { personId: writtenBy }, { ...subject, organisationId, title: title ?? number, snapshot: after, isChange: true, begins: beginsOn(event) });
      await this.approvals.approveByRule(tx, subject, SERIES_RULE);
    }
    await this.outbox.add(tx, 'events.event-changed', { eventId, revision, before, withSeries: true });
  }
}

/** The content as it fits: what people hold places in, and hours that would contradict those of the date, stay and are its own from now on. */
function fitting(before: EventSnapshot, overridden: readonly string[], { fields, source }: SpreadFields, isTaken: (after: EventSnapshot) => boolean): { after: EventSnapshot; own: string[] } {
  const target = { on: dayOf(before), content: before };
  const put = (own: readonly string[]): EventSnapshot => spread(target, fields.filter((field) => !own.includes(field)), source, newId);
  const keep = (own: readonly string[], more: readonly SpreadField[]): string[] => [...new Set([...own, ...more.filter((field) => fields.includes(field))])].sort();
  const first = isTaken(put(overridden)) ? keep(overridden, ['frames']) : [...overridden];
  const own = contradictions(put(first)).length > 0 ? keep(first, HOURS) : first;
  return { after: put(own), own };
}

/** A change of the date that is open goes on with what it does not change itself. */
function intoChange(before: EventSnapshot, change: EventSnapshot, { fields, source }: SpreadFields): EventSnapshot {
  const meant = changedFields(before, change);
  return spread({ on: dayOf(before), content: change }, fields.filter((field) => !meant.includes(field)), source, newId);
}

/** The day in Japan on which it takes place. */
export const dayOf = ({ startsAt }: EventSnapshot): string => jstDate(new Date(startsAt ?? 0));
