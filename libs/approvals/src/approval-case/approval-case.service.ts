import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, constraintRefusals, jstDate, newId, refuse, type DateOnly, type RefusalStatus, type Tx } from '@yoriai/platform';
import type { ApprovalCaseEntity } from './approval-case.entity.js';
import { ApprovalCaseRepository, type CaseSummary } from './approval-case.repository.js';
import { decisionVerdict, statusAfter, submissionVerdict, type Verdict } from './approval-case.rules.js';
import type { DecisionKind, Remark } from './decision.entity.js';
import type { NewCondition } from '../condition/condition.repository.js';
import { Conditions, type ConditionStory } from '../condition/conditions.service.js';
import { reviewTerm } from './due.rules.js';

constraintRefusals({
  decision_by_somebody_else: { code: 'approval.own-submission', status: 403 },
  decision_one_per_revision: 'approval.not-pending',
  decision_has_reason: { code: 'approval.reason-required', status: 422 },
  approval_case_one_per_subject: 'approval.already-pending',
});

const STATUS_OF: Partial<Record<Verdict & string, RefusalStatus>> = { 'approval.own-submission': 403, 'approval.reason-required': 422 };

/** What is handed in: the snapshot is what will be decided on, whatever happens to the live row afterwards. */
export interface Submission {
  subjectKind: string;
  subjectId: string;
  organisationId: string;
  title: string;
  snapshot: object;
  /** True for a change of what stands approved; else an approved case takes no further revision. */
  isChange?: boolean;
  /** The day it begins: the decision is due before. */
  begins?: DateOnly | null;
}

/** What is decided, and on which revision: the number that the one who decides has read. */
export interface Decision {
  subjectKind: string;
  subjectId: string;
  kind: Exclude<DecisionKind, 'withdrawn'>;
  comment: string | null;
  revision: number;
  /** About single fields; for `returned` only. */
  remarks?: readonly Remark[];
  /** What has to be met until a day; for `approved` only. */
  conditions?: readonly NewCondition[];
}

/** A case as other contexts know it. */
export interface CaseFacts extends CaseSummary {
  /** What its approvals asked for, soonest due first. */
  conditions: ConditionStory[];
}

type Settlement = Decision | (Omit<Decision, 'kind' | 'revision'> & { kind: 'withdrawn' });

/** Who decides: a person, or a rule by its name. */
type Decider = { personId: string; rule: null } | { personId: null; rule: string };

/**
 * The door for contexts that have something approved. Who may submit and who may decide is theirs to
 * say; that nobody decides on their own submission, and each revision once, is kept here.
 */
@Injectable()
export class Approvals {
  constructor(
    private readonly cases: ApprovalCaseRepository,
    private readonly clock: Clock,
    private readonly conditions: Conditions,
  ) {}

  /** Hands in a (further) revision. Due after five business days, and before it begins. Refuses `approval.already-pending`, `approval.already-decided`. */
  async submit(tx: Tx, actor: Pick<Actor, 'personId'>, submission: Submission): Promise<{ caseId: string; revision: number }> {
    const known = await this.cases.lockBySubject(tx, submission.subjectKind, submission.subjectId);
    insist(submissionVerdict(known?.status ?? null, submission.isChange));

    const now = this.clock.now();
    const { subjectKind, subjectId, organisationId, title } = submission;
    const approvalCase: ApprovalCaseEntity = {
      id: known?.id ?? newId(),
      ...{ subjectKind, subjectId, organisationId, title },
      status: 'pending',
      revision: (known?.revision ?? 0) + 1,
      approvedRevision: known?.approvedRevision ?? null,
      submittedBy: actor.personId,
      submittedAt: now,
      dueOn: reviewTerm(jstDate(now), submission.begins ?? null).dueOn,
    };
    await this.cases.save(tx, approvalCase);
    await this.cases.addRevision(tx, {
      caseId: approvalCase.id,
      number: approvalCase.revision,
      snapshot: { ...submission.snapshot },
      submittedBy: actor.personId,
      submittedAt: now,
    });
    return { caseId: approvalCase.id, revision: approvalCase.revision };
  }

  /**
   * Decides on the pending revision, which has to be the one that was read. Refuses `approval.not-pending`
   * (409, also for the slower of two approvers), `approval.revision-changed` (409), `approval.own-submission`
   * (403), `approval.reason-required`, `approval.condition-due-past` (422).
   */
  decide(tx: Tx, actor: Actor, decision: Decision): Promise<{ caseId: string; revision: number }> {
    return this.settle(tx, { personId: actor.personId, rule: null }, decision);
  }

  /** A rule approves what was just handed in, where its owner says that nobody needs to decide. Refuses `approval.not-pending`. */
  async approveByRule(tx: Tx, subject: { subjectKind: string; subjectId: string }, rule: string): Promise<void> {
    const pending = await this.cases.lockBySubject(tx, subject.subjectKind, subject.subjectId);
    await this.settle(tx, { personId: null, rule }, { ...subject, kind: 'approved', comment: null, revision: pending?.revision ?? 0 });
  }

  /** The host takes it back before it was decided. Refuses `approval.not-pending`. */
  withdraw(tx: Tx, actor: Actor, subject: { subjectKind: string; subjectId: string }): Promise<{ caseId: string; revision: number }> {
    return this.settle(tx, { personId: actor.personId, rule: null }, { ...subject, kind: 'withdrawn', comment: null });
  }

  /**
   * A change that nobody needs any more (the subject is over, or the host gave it up after a return): what was
   * approved stands, and the desk is rid of it. Nothing happens where no change is open.
   */
  async lapse(tx: Tx, subject: { subjectKind: string; subjectId: string }): Promise<void> {
    const found = await this.cases.lockBySubject(tx, subject.subjectKind, subject.subjectId);
    if (found?.approvedRevision && (found.status === 'pending' || found.status === 'returned')) await this.cases.save(tx, { ...found, status: 'approved' });
  }

  private async settle(tx: Tx, by: Decider, decision: Settlement): Promise<{ caseId: string; revision: number }> {
    const found = await this.cases.lockBySubject(tx, decision.subjectKind, decision.subjectId);
    if (!found) return refuse('approval.not-found', { status: 404 });
    const comment = decision.comment?.trim() || null;
    insist(decisionVerdict({ kind: decision.kind, status: found.status, submittedBy: found.submittedBy, decidedBy: by.personId, comment, remarks: decision.remarks ?? [] }));
    // A withdrawal is about whatever is pending; a decision is about what was read.
    if (decision.kind !== 'withdrawn') insistOnRevision(decision.revision, found.revision);

    const approvedRevision = decision.kind === 'approved' ? found.revision : found.approvedRevision;
    await this.cases.save(tx, { ...found, status: statusAfter(decision.kind, found.approvedRevision), approvedRevision });
    const decisionId = newId();
    await this.cases.addDecision(tx, {
      id: decisionId,
      caseId: found.id,
      revisionNumber: found.revision,
      kind: decision.kind,
      comment,
      remarks: decision.kind === 'returned' ? [...(decision.remarks ?? [])] : [],
      decidedBy: by.personId,
      rule: by.rule,
      submittedBy: found.submittedBy,
      decidedAt: this.clock.now(),
    });
    if (decision.kind === 'approved') await this.conditions.add(tx, { caseId: found.id, decisionId }, decision.conditions ?? []);
    return { caseId: found.id, revision: found.revision };
  }

  /** The case of a subject; `null` when it was never handed in. */
  async caseOf(tx: Tx, subjectKind: string, subjectId: string): Promise<CaseFacts | null> {
    return (await this.casesOf(tx, subjectKind, [subjectId])).get(subjectId) ?? null;
  }

  /** The cases of many subjects by subject id, in three queries at most. */
  async casesOf(tx: Tx, subjectKind: string, subjectIds: readonly string[]): Promise<Map<string, CaseFacts>> {
    if (subjectIds.length === 0) return new Map();
    const found = await this.cases.summariesOf(tx, subjectKind, subjectIds);
    const conditions = await this.conditions.ofCases(tx, found.filter(({ hasConditions }) => hasConditions).map(({ caseId }) => caseId));
    return new Map(found.map(({ subjectId, hasConditions: _has, ...summary }) => [subjectId, { ...summary, conditions: conditions.get(summary.caseId) ?? [] }]));
  }
}

/** Nobody decides on what they have not read. Refuses `approval.revision-changed` (409). */
export function insistOnRevision(read: number, latest: number | null | undefined): void {
  if (read !== latest) refuse('approval.revision-changed');
}

function insist(verdict: Verdict): void {
  if (verdict !== true) refuse(verdict, { status: STATUS_OF[verdict] ?? 409 });
}
