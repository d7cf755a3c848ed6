import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, Outbox, constraintRefusals, jstDate, refuse, type DateOnly, type RefusalStatus, type Tx } from '@yoriai/platform';
import { isAwake } from '../approval-case/due.rules.js';
import type { ConditionStory } from '../condition/conditions.service.js';
import { ChecklistRepository, type ChecklistStep, type ChecklistSubject, type Reopening } from './checklist.repository.js';
import { dueOn, isCalledFor, isToWithdraw, isWanted, itemStateAfter, itemStepVerdict, keepingShut, standsFor, type AskedFacts, type ChecklistKind, type ChecklistStepKind, type GatedItem } from './checklist.rules.js';

constraintRefusals({ checklist_step_by_no_party: { code: 'approval.own-report', status: 403 } });

const STATUS_OF: Readonly<Record<string, RefusalStatus>> = { 'approval.own-report': 403, 'approval.words-required': 422 };

/** Reminders per transaction of a sweep. */
const BATCH = 200;

/** What the answers about a subject ask for, and from when it counts. */
export interface ChecklistFacts extends AskedFacts {
  /** The day it begins, in Japan; null: nobody said. */
  begins: DateOnly | null;
  conditions: readonly ConditionStory[];
}

/** How the procedures of a subject stand, for lists. */
export interface ChecklistStanding {
  /** The soonest day of what its answers ask for and is still to be done; null: nothing is, or nobody is to be reminded. */
  dueOn: DateOnly | null;
  /** Which procedure that is. */
  next: Pick<ChecklistKind, 'code' | 'title'> | null;
  /** Procedures that keep it from being published. */
  blocking: number;
}

/** A procedure with where it stands and all that was said about it, oldest first. */
export interface ChecklistItem extends ChecklistKind, GatedItem {
  /** It was written down for this subject; else it is known from the catalogue alone. */
  isWritten: boolean;
  dueOn: DateOnly | null;
  /** The condition that it was turned into. */
  conditionId: string | null;
  steps: Omit<ChecklistStep, 'itemId'>[];
}

/** What is said about a procedure. */
export interface ItemWord {
  kind: Exclude<ChecklistStepKind, 'withdrawn'>;
  words: string | null;
  /** Who handed the subject in; null: nobody yet. */
  submittedBy: string | null;
  hasFile: boolean;
}

/**
 * Checklists (手続): which procedures a subject needs arises from its answers and the catalogue; here is kept what was said
 * about each. Who may report and who may judge is for the context of the subject to say.
 */
@Injectable()
export class Checklists {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly items: ChecklistRepository,
  ) {}

  /** All procedures that the answers ask for, in the catalogue's order, and those asked for no more about which something was said, here or by a condition that was met, or which the ward ended in the meantime. One statement. */
  async listOf(tx: Tx, subject: ChecklistSubject, facts: ChecklistFacts): Promise<ChecklistItem[]> {
    const kinds = await this.items.kindsOf(tx, subject);
    return kinds.flatMap(({ state: written, steps, ...kind }): ChecklistItem[] => {
      const item = standsFor(kind, written, facts);
      // What the ward ended while it was asked for here stays, and says so.
      const wasAsked = kind.ended && written !== null && isCalledFor(kind, facts.flags);
      if (!item || (!item.wanted && !wasAsked && steps.length === 0 && item.condition !== 'met')) return [];
      return [{ ...kind, ...item, isWritten: written !== null, dueOn: dueOn(kind, facts.begins), steps }];
    });
  }

  /** How subjects stand, for lists, by the same rule as one alone ({@link standsFor}). One statement, whatever their number. */
  async standingOf(tx: Tx, subjectKind: string, subjects: ReadonlyMap<string, AskedFacts>): Promise<Map<string, ChecklistStanding>> {
    if (subjects.size === 0) return new Map();
    const kinds = await this.items.standingOf(tx, subjectKind, [...subjects.keys()]);
    return new Map(
      [...subjects].map(([id, facts]) => {
        const items = kinds.flatMap((kind) => standsFor(kind, kind.states[id] ?? null, facts) ?? []);
        const [soonest] = kinds.flatMap(({ code, title, dues }) => (dues[id] ? [{ dueOn: dues[id], next: { code, title } }] : [])).sort((a, b) => a.dueOn.localeCompare(b.dueOn));
        return [id, { dueOn: soonest?.dueOn ?? null, next: soonest?.next ?? null, blocking: keepingShut(items, 'publication').length }];
      }),
    );
  }

  /** How many procedures of each of these subjects, which are off, others still count on; absent where none. One statement. */
  async toWithdraw(tx: Tx, subjectKind: string, subjectIds: readonly string[]): Promise<Map<string, number>> {
    return subjectIds.length === 0 ? new Map() : this.items.toWithdraw(tx, subjectKind, subjectIds);
  }

  /** The answers were handed in, or are others now: what is asked for, and when it is due, follows. `quiet`: nobody is reminded. */
  async align(tx: Tx, subject: ChecklistSubject, { flags, begins }: Pick<ChecklistFacts, 'flags' | 'begins'>, quiet: boolean): Promise<void> {
    const wanted = (await this.items.kinds(tx)).filter((kind) => isWanted(kind, flags));
    await this.items.align(tx, subject, wanted.map((kind) => ({ code: kind.code, dueOn: dueOn(kind, begins) })), { begins, quiet });
  }

  /** The catalogue asks more of these subjects: it is written down of those of which anything was, and its host is reminded where it is of the rest. */
  async writeDown(tx: Tx, subjectKind: string, code: string, subjects: ReadonlyMap<string, Pick<ChecklistFacts, 'flags' | 'begins'>>): Promise<void> {
    const kind = (await this.items.kinds(tx)).find((each) => each.code === code);
    if (!kind) return;
    const asked = [...subjects].filter(([, { flags }]) => isWanted(kind, flags)).map(([subjectId, { begins }]) => ({ subjectId, begins, dueOn: dueOn(kind, begins) }));
    if (asked.length > 0) await this.items.writeDown(tx, subjectKind, code, asked);
  }

  /**
   * Says something about a procedure that is asked for. Refuses `approval.item-not-found` (404), `approval.own-report`
   * (403), `approval.words-required` (422), `approval.item-as-condition` where it became one, and where it stands elsewhere
   * `approval.item-{open,reported,settled}` (409).
   */
  async step(tx: Tx, actor: Actor, subject: ChecklistSubject, code: string, facts: ChecklistFacts, { kind, words, submittedBy, hasFile }: ItemWord): Promise<void> {
    const known = (await this.listOf(tx, subject, facts)).find((item) => item.code === code && item.wanted);
    if (!known) return refuse('approval.item-not-found', { status: 404 });
    if (known.condition !== null) return refuse('approval.item-as-condition');
    const { id, state } = await this.items.lock(tx, subject, code, { begins: facts.begins, dueOn: known.dueOn });
    const reporters = (await this.items.stepsOf(tx, [id])).filter((step) => step.kind === 'reported').map(({ by }) => by);
    const parties = [...new Set([...reporters, ...(submittedBy === null ? [] : [submittedBy])])];
    const verdict = itemStepVerdict(kind, { state, judgedBy: known.judgedBy, parties, by: actor.personId, hasFile, words });
    if (verdict !== true) return refuse(verdict, { status: STATUS_OF[verdict] ?? 409 });
    const step = { itemId: id, kind, words: words?.trim() || null, by: actor.personId, at: this.clock.now() };
    await this.items.addStep(tx, step, parties, itemStateAfter(kind, known.judgedBy));
  }

  /**
   * The subject is off, and whoever had agreed to this procedure was told, whether or not the answers still ask for it.
   * Refuses `approval.item-not-found` (404), `approval.nothing-to-withdraw`, `approval.item-withdrawn` (409).
   */
  async withdraw(tx: Tx, actor: Actor, subject: ChecklistSubject, code: string, facts: ChecklistFacts): Promise<void> {
    const known = (await this.listOf(tx, subject, facts)).find((item) => item.code === code);
    if (!known) return refuse('approval.item-not-found', { status: 404 });
    const verdict = itemStepVerdict('withdrawn', { ...known, toWithdraw: isToWithdraw(known), parties: [], by: actor.personId, hasFile: false });
    if (verdict !== true) return refuse(verdict);
    const { id } = await this.items.lock(tx, subject, code, { begins: facts.begins, dueOn: known.dueOn });
    await this.items.addStep(tx, { itemId: id, kind: 'withdrawn', words: null, by: actor.personId, at: this.clock.now() }, [], 'withdrawn');
  }

  /** The subject is another than what was settled with others: that is to be done anew, and stands as such in its story, with why. */
  async reopen(tx: Tx, actor: Pick<Actor, 'personId'>, subject: ChecklistSubject, about: Reopening): Promise<void> {
    await this.items.reopen(tx, subject, { ...about, by: actor.personId, at: this.clock.now() });
  }

  /** The subject is over or off: nobody is reminded of anything any more. */
  async lapse(tx: Tx, subject: ChecklistSubject): Promise<void> {
    await this.items.lapse(tx, subject);
  }

  /**
   * Announces `approvals.checklist-due` for each subject with procedures that are due in 14, 7 or 3 days or today, once for
   * each of these days, however many workers sweep; answers for how many subjects. By day only: what was held up goes in
   * the morning.
   */
  async sweep(now: Date): Promise<number> {
    if (!isAwake(now)) return 0;
    for (let told = 0; ; ) {
      const claimed = await this.db.transaction(async (tx) => {
        const due = await this.items.claimToRemind(tx, jstDate(now), now, BATCH);
        for (const { subjectKind, subjectId, codes } of due) await this.outbox.add(tx, 'approvals.checklist-due', { subjectKind, subjectId, codes });
        return due;
      });
      told += claimed.length;
      if (claimed.reduce((sum, { codes }) => sum + codes.length, 0) < BATCH) return told;
    }
  }
}
