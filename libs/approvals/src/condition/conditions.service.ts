import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, Outbox, constraintRefusals, jstDate, refuse, type RefusalStatus, type Tx } from '@yoriai/platform';
import { isAwake } from '../approval-case/due.rules.js';
import { ConditionRepository, type ConditionRow, type ConditionStep, type NewCondition } from './condition.repository.js';
import { remindOn, stepVerdict, type ConditionStepKind } from './condition.rules.js';

constraintRefusals({
  condition_step_by_somebody_else: { code: 'approval.own-report', status: 403 },
  condition_step_by_no_party: { code: 'approval.own-report', status: 403 },
});

const STATUS_OF: Readonly<Record<string, RefusalStatus>> = { 'approval.own-report': 403, 'approval.words-required': 422 };

/** Reminders per transaction of a sweep. */
const BATCH = 50;

/** What a condition is about. */
export interface ConditionSubject {
  subjectKind: string;
  subjectId: string;
}

/** A condition with all that was said about it, oldest first. */
export interface ConditionStory extends ConditionRow {
  steps: Omit<ConditionStep, 'conditionId'>[];
}

/**
 * Conditions of an approval (条件付き承認): what has to be met until a day. Who may report and who may confirm is for the
 * context of the subject to say; that nobody judges what they handed in or reported themselves is kept here.
 */
@Injectable()
export class Conditions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly conditions: ConditionRepository,
  ) {}

  /** Adds what a decision asks for. Refuses `approval.condition-due-past` (422) naming the fields. */
  async add(tx: Tx, decision: { caseId: string; decisionId: string }, asked: readonly NewCondition[]): Promise<void> {
    if (asked.length === 0) return;
    const today = jstDate(this.clock.now());
    const code = 'approval.condition-due-past';
    const past = asked.flatMap(({ dueOn }, index) => (dueOn < today ? [{ field: `conditions.${index}.dueOn`, code }] : []));
    if (past.length > 0) refuse(code, { status: 422, fields: past });
    await this.conditions.add(tx, decision, asked.map((each) => ({ ...each, remindOn: remindOn(today, each.dueOn) })));
  }

  /**
   * Says something about a condition. Refuses `approval.condition-not-found` (404), `approval.own-report` (403),
   * `approval.words-required` (422) and, where it stands elsewhere, `approval.condition-{reported,not-reported,met,lapsed}` (409).
   */
  async step(tx: Tx, actor: Actor, subject: ConditionSubject, id: string, { kind, words }: { kind: ConditionStepKind; words: string | null }): Promise<void> {
    const found = await this.conditions.lock(tx, subject, id);
    if (!found) return refuse('approval.condition-not-found', { status: 404 });
    const { state, reportedBy, parties } = found;
    const verdict = stepVerdict(kind, { state, parties, by: actor.personId, words });
    if (verdict !== true) refuse(verdict, { status: STATUS_OF[verdict] ?? 409 });
    const at = this.clock.now();
    await this.conditions.addStep(tx, { conditionId: id, kind, words: words?.trim() || null, by: actor.personId, reportedBy, parties, at }, jstDate(at));
  }

  /** The subject is off or closed: nothing is asked for any more. */
  async lapse(tx: Tx, subject: ConditionSubject): Promise<void> {
    await this.conditions.lapse(tx, subject);
  }

  /** The conditions of these cases, soonest due first, by case. Two statements at most. */
  async ofCases(tx: Tx, caseIds: readonly string[]): Promise<Map<string, ConditionStory[]>> {
    const found = caseIds.length === 0 ? [] : await this.conditions.ofCases(tx, caseIds);
    const steps = found.length === 0 ? [] : await this.conditions.stepsOf(tx, found.map(({ id }) => id));
    const stories = found.map((each) => ({ ...each, steps: steps.filter(({ conditionId }) => conditionId === each.id).map(({ conditionId: _its, ...step }) => step) }));
    return new Map(caseIds.map((id) => [id, stories.filter(({ caseId }) => caseId === id)]));
  }

  /**
   * Announces `approvals.condition-due` for what is still open shortly before its day, once each, however many workers
   * sweep; answers how many. By day only: what was held up goes in the morning.
   */
  async sweep(now: Date): Promise<number> {
    if (!isAwake(now)) return 0;
    for (let told = 0; ; ) {
      const claimed = await this.db.transaction(async (tx) => {
        const due = await this.conditions.claimToRemind(tx, jstDate(now), now, BATCH);
        for (const { id, ...subject } of due) await this.outbox.add(tx, 'approvals.condition-due', { conditionId: id, ...subject });
        return due.length;
      });
      told += claimed;
      if (claimed < BATCH) return told;
    }
  }
}
