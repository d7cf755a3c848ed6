import { Injectable } from '@nestjs/common';
import { Checklists, Conditions, Evidence, keepingShut, type ChecklistFacts, type ChecklistItem, type ChecklistStanding, type EvidenceRow } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import type { Tx } from '@yoriai/platform';
import { snapshotOf, type EventSnapshot } from '../revision/snapshot.js';
import { flagsOf } from './checklist-flags.rules.js';
import { flagsToSettleAnew } from './settle-anew.rules.js';
import { beginsOn } from './event-day.rules.js';
import { EVENT_SUBJECT } from './event-subject.js';
import type { EventFacts } from './event.mapper.js';
import type { EventState } from './event.rules.js';

/** The procedures of an event, and the files about them and about the conditions of its approval. */
export interface EventPapersFound {
  checklist: ChecklistItem[];
  files: EvidenceRow[];
}

const OVER: ReadonlySet<EventState> = new Set(['rejected', 'awaiting-report', 'reported', 'closed', 'cancelled']);

/** What decides on which procedures an event asks for. */
type AskingFacts = Pick<EventFacts, 'event' | 'frames' | 'organisation' | 'approval'>;

/** What an event, or the change of it that is open, asks for by its answers. */
export function checklistFactsOf({ event, frames, organisation, approval }: AskingFacts, which: 'with-its-change' | 'as-it-stands' = 'with-its-change'): ChecklistFacts {
  const content: EventSnapshot = event.change && which === 'with-its-change' ? { ...event.change, organisation } : snapshotOf(event, frames, organisation);
  // What a stall cooks asks for the same procedures as what the host does.
  const flags = new Set([...flagsOf(content), ...event.stallFlags]);
  // Of a date of a series nothing is written down before something is said about it.
  return { flags, begins: beginsOn(event), conditions: approval?.conditions ?? [], asWritten: OVER.has(event.state) && event.seriesId === null };
}

/** Reads, and keeps aligned with the answers, what an event needs besides the ward's yes. */
@Injectable()
export class EventPapers {
  constructor(
    private readonly checklists: Checklists,
    private readonly evidence: Evidence,
    private readonly conditions: Conditions,
  ) {}

  /** All of one event. */
  async of(tx: Tx, facts: EventFacts): Promise<EventPapersFound> {
    const subject = subjectOf(facts);
    const checklist = await this.checklists.listOf(tx, subject, checklistFactsOf(facts));
    return { checklist, files: facts.approval?.hasFiles === false ? [] : await this.evidence.ofSubject(tx, subject) };
  }

  /** The files of one event, without their contents. */
  filesOf(tx: Tx, eventId: string): Promise<EvidenceRow[]> {
    return this.evidence.ofSubject(tx, { subjectKind: EVENT_SUBJECT, subjectId: eventId });
  }

  /** How events stand, each as it stands without the change of it that is open. The one place that says what keeps an event from being published. */
  standingOf(tx: Tx, events: readonly AskingFacts[]): Promise<Map<string, ChecklistStanding>> {
    return this.checklists.standingOf(tx, EVENT_SUBJECT, new Map(events.map((facts) => [facts.event.id, checklistFactsOf(facts, 'as-it-stands')])));
  }

  /** The catalogue got this procedure: it is written down of those of these events that ask for it, as they stand or with the change of them that is open. */
  async writeDown(tx: Tx, code: string, events: readonly AskingFacts[]): Promise<void> {
    const asked = events.map((facts): [string, ChecklistFacts] => {
      const [standing, open] = [checklistFactsOf(facts, 'as-it-stands'), checklistFactsOf(facts)];
      return [facts.event.id, { ...standing, flags: new Set([...standing.flags, ...open.flags]) }];
    });
    await this.checklists.writeDown(tx, EVENT_SUBJECT, code, new Map(asked));
  }

  /** Of how many procedures others are still to be told that these events are off; absent where none. */
  toWithdraw(tx: Tx, calledOffIds: readonly string[]): Promise<Map<string, number>> {
    return this.checklists.toWithdraw(tx, EVENT_SUBJECT, calledOffIds);
  }

  /** Procedures that have to be settled, or become conditions, before what waits is approved. What the catalogue got since it was handed in is written down with it: its host is reminded of that too. */
  async openBeforeApproval(tx: Tx, facts: EventFacts): Promise<ChecklistItem[]> {
    const items = await this.checklists.listOf(tx, subjectOf(facts), checklistFactsOf(facts));
    if (facts.event.change === null && items.some(({ wanted, isWritten }) => wanted && !isWritten)) await this.align(tx, facts, false);
    return keepingShut(items, 'approval');
  }

  /** What was handed in, or was taken over, asks for from now on. Nobody is reminded where no decision was needed, but of what its stalls cook. */
  async align(tx: Tx, facts: EventFacts, quiet: boolean): Promise<void> {
    await this.checklists.align(tx, subjectOf(facts), checklistFactsOf(facts), quiet && facts.event.stallFlags.length === 0);
  }

  /** It is on another day: what was settled with others has to be settled anew. */
  async reopen(tx: Tx, actor: Actor, facts: EventFacts, reason: string): Promise<void> {
    await this.checklists.reopen(tx, actor, subjectOf(facts), { words: reason.trim() });
  }

  /** It is another event than what was settled with others, as far as that concerns them; what was said of it since `settledBefore` stands. */
  async reopenChanged(tx: Tx, by: Pick<Actor, 'personId'>, eventId: string, { before, after, settledBefore }: { before: EventSnapshot; after: EventSnapshot; settledBefore: Date }): Promise<void> {
    const flags = flagsToSettleAnew(before, after);
    if (flags.length > 0) await this.checklists.reopen(tx, by, { subjectKind: EVENT_SUBJECT, subjectId: eventId }, { words: null, flags, settledBefore });
  }

  /** It was taken back: nobody is reminded of anything until it is handed in again. */
  async hush(tx: Tx, eventId: string): Promise<void> {
    await this.checklists.lapse(tx, { subjectKind: EVENT_SUBJECT, subjectId: eventId });
  }

  /** The event is off, turned down or closed: nothing is asked for any more, and the files go when their time is over. */
  async end(tx: Tx, eventId: string): Promise<void> {
    const subject = { subjectKind: EVENT_SUBJECT, subjectId: eventId };
    await this.conditions.lapse(tx, subject);
    await this.checklists.lapse(tx, subject);
    await this.evidence.ends(tx, subject);
  }
}

const subjectOf = ({ event }: Pick<EventFacts, 'event'>) => ({ subjectKind: EVENT_SUBJECT, subjectId: event.id });
