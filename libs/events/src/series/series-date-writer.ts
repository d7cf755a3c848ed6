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
import { snapshotOf, toDate, withSnapshot, type EventSnapshot } from '../revision/snapshot.js';
import { SERIES_RULE, changedFields, spread, type DatedContent, type SpreadField } from './series-spread.rules.js';

/** What is put into a date: fields of another one, and how they came to stand there. */
export interface SpreadFields {
  fields: readonly SpreadField[];
  source: DatedContent;
  kind: 'submission' | 'minor';
  writtenBy: string;
}

/** Fields that say when something is; they only make sense together. */
const HOURS: readonly SpreadField[] = ['startsAt', 'endsAt', 'rainDecisionAt', 'rainDate', 'frames', 'duties'];

/** Fields that say where it is; they go with its venues. */
const PLACE: readonly SpreadField[] = ['venues', 'placeName', 'placeAddress', 'accessText'];

/** Fields by which it may come to be where another event is. */
const WHERE_AND_WHEN: readonly SpreadField[] = ['venues', 'startsAt', 'endsAt'];

/** What a date reads like, and what of it is its own. */
interface Fitting {
  after: EventSnapshot;
  own: string[];
}

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
    const isTaken = (after: EventSnapshot): boolean => takenFrom(frames, after.frames, appliedTo, after.totalPlaces).length > 0;
    const fits = fitting(before, event.overridden, given, isTaken);
    const { after, own } = (await this.comesToAnother(tx, event.id, before, fits.after)) ? staying(before, fits.own, given) : fits;
    event.overridden = own;
    if (changedFields(before, after).length === 0) return this.events.save(tx, event);
    if (event.change) event.change = intoChange(before, event.change, given);
    const said = event.publicRevision;
    // That it may be beside another was decided for where and when it was.
    if (isMoved(before, after)) Object.assign(event, { besideReason: null, besideBy: null });
    Object.assign(event, withSnapshot(event, after), { searchText: searchTextOf(event.number, after), version: event.version + 1, updatedAt: this.moves.now() });
    const { searchText, updatedAt: at } = event;
    const revision = await this.revisions.add(tx, { eventId: event.id, kind: given.kind, snapshot: after, searchText, actorPersonId: given.writtenBy, at });
    event.publicRevision = revision;
    await this.events.save(tx, event);
    await this.events.writeFrames(tx, withPlannedFrames(event.id, frames, after.frames));
    await this.announce(tx, facts, given, { revision, before: said, after });
    if (given.kind !== 'minor') await this.moves.papers.reopenChanged(tx, { personId: given.writtenBy }, event.id, { before, after, settledBefore: event.updatedAt });
  }

  /** Whether it would come to be in one place with another approved event, which would refuse the edit for all dates. */
  private async comesToAnother(tx: Tx, id: string, before: EventSnapshot, after: EventSnapshot): Promise<boolean> {
    const { venues, startsAt, endsAt } = after;
    return isMoved(before, after) && !(await this.moves.isFree(tx, { id, venues, startsAt: toDate(startsAt), endsAt: toDate(endsAt) }));
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
function fitting(before: EventSnapshot, overridden: readonly string[], given: SpreadFields, isTaken: (after: EventSnapshot) => boolean): Fitting {
  const first = isTaken(put(before, overridden, given)) ? keep(overridden, ['frames', 'totalPlaces'], given) : [...overridden];
  const own = contradictions(put(before, first, given)).length > 0 ? keep(first, HOURS, given) : first;
  return { after: put(before, own, given), own };
}

/** The content where and when it was, both its own from now on; everything else is put into it. */
function staying(before: EventSnapshot, overridden: readonly string[], given: SpreadFields): Fitting {
  const own = keep(overridden, given.fields.includes('venues') ? [...PLACE, ...HOURS] : HOURS, given);
  return { after: put(before, own, given), own };
}

function put(before: EventSnapshot, own: readonly string[], { fields, source }: SpreadFields): EventSnapshot {
  return spread({ on: dayOf(before), content: before }, fields.filter((field) => !own.includes(field)), source, newId);
}

function keep(own: readonly string[], more: readonly SpreadField[], { fields }: SpreadFields): string[] {
  return [...new Set([...own, ...more.filter((field) => fields.includes(field))])].sort();
}

function isMoved(before: EventSnapshot, after: EventSnapshot): boolean {
  return changedFields(before, after).some((field) => WHERE_AND_WHEN.includes(field));
}

/** A change of the date that is open goes on with what it does not change itself. */
function intoChange(before: EventSnapshot, change: EventSnapshot, { fields, source }: SpreadFields): EventSnapshot {
  const meant = changedFields(before, change);
  return spread({ on: dayOf(before), content: change }, fields.filter((field) => !meant.includes(field)), source, newId);
}

/** The day in Japan on which it takes place. */
export const dayOf = ({ startsAt }: EventSnapshot): string => jstDate(new Date(startsAt ?? 0));
