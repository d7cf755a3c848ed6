import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, constraintRefusals, jstDate, newId, refuse, type DateOnly, type RefusalStatus, type Tx } from '@yoriai/platform';
import type { ApprovalCaseEntity } from './approval-case.entity.js';
import { ApprovalCaseRepository, type CaseSummary } from './approval-case.repository.js';
import { decisionVerdict, statusAfter, submissionVerdict, type Verdict } from './approval-case.rules.js';
import type { DecisionKind, Remark } from './decision.entity.js';
import type { NewCondition } from '../condition/condition.repository.js';
import { Conditions, type ConditionStory } from '../condition/conditions.service.js';
import type { FirstCheck } from '../first-check/first-check.repository.js';
import { FirstChecks, type Looks, type ToCheck } from '../first-check/first-checks.service.js';
import { Deputies } from '../waiting/deputies.service.js';
import type { Deputy } from '../waiting/waiting.rules.js';
import { reviewTerm } from './due.rules.js';

constraintRefusals({
  decision_by_somebody_else: { code: 'approval.own-submission', status: 403 },
  decision_by_no_helper: { code: 'approval.own-help', status: 403 },
  decision_one_per_revision: 'approval.not-pending',
  decision_has_reason: { code: 'approval.reason-required', status: 422 },
  approval_case_one_per_subject: 'approval.already-pending',
});

const STATUS_OF: Partial<Record<Verdict & string, RefusalStatus>> = { 'approval.own-submission': 403, 'approval.own-help': 403, 'approval.reason-required': 422 };

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
  /** Who helped to write it: they don't decide on it either. */
  helpers?: readonly string[];
  /** What an area's council goes by that may look at it first; left out: nobody does. */
  check?: Omit<ToCheck, 'begins' | 'organisationId'>;
}

/** What became of what was handed in. */
export interface Received {
  caseId: string;
  revision: number;
  /** The council that has it first; null where none was asked. */
  councilId: string | null;
  /** A council would have it first, had there been the days. */
  councilSkipped: boolean;
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
  /** In whose place it is made, and why; for `approved` and `rejected` alone. */
  deputy?: Deputy | null;
}

/** A case as other contexts know it. */
export interface CaseFacts extends CaseSummary, Looks {
  /** What its approvals asked for, soonest due first. */
  conditions: ConditionStory[];
}

const UNLOOKED: Looks = { check: null, confirmedBy: null };

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
    private readonly checks: FirstChecks,
    private readonly deputies: Deputies,
  ) {}

  /**
   * Hands in a (further) revision. Due after five business days, and before it begins; where a council looks first, five
   * after its last day; without days for both nobody asks it (`councilSkipped`). Refuses `approval.already-pending`, `approval.already-decided`.
   */
  async submit(tx: Tx, actor: Pick<Actor, 'personId'>, submission: Submission): Promise<Received> {
    const known = await this.cases.lockBySubject(tx, submission.subjectKind, submission.subjectId);
    insist(submissionVerdict(known?.status ?? null, submission.isChange));

    const now = this.clock.now();
    const { subjectKind, subjectId, organisationId, title, begins = null, helpers = [], check } = submission;
    const council = check ? await this.checks.councilFor(tx, known?.id ?? null, { ...check, organisationId, begins }, known ? await this.cases.decisionsOf(tx, known.id) : []) : null;
    const approvalCase: ApprovalCaseEntity = {
      id: known?.id ?? newId(),
      ...{ subjectKind, subjectId, organisationId, title },
      kind: kindOf(submission.snapshot),
      status: 'pending',
      revision: (known?.revision ?? 0) + 1,
      approvedRevision: known?.approvedRevision ?? null,
      submittedBy: actor.personId,
      submittedAt: now,
      dueOn: reviewTerm(council?.dueOn ?? jstDate(now), begins).dueOn,
    };
    await this.cases.save(tx, approvalCase);
    await this.cases.addRevision(tx, {
      caseId: approvalCase.id,
      number: approvalCase.revision,
      snapshot: { ...submission.snapshot },
      helpers: [...helpers],
      submittedBy: actor.personId,
      submittedAt: now,
    });
    const { id: caseId, revision } = approvalCase;
    if (council && check) await this.checks.ask(tx, { caseId, revision, ...council, writers: [actor.personId, ...check.writers] });
    return { caseId, revision, councilId: council?.dueOn ? council.councilId : null, councilSkipped: council?.dueOn === null };
  }

  /**
   * The look of a council ends, and the ward's days begin: it confirmed what was read, the ward pulls it forward for a reason,
   * or (`by` null) its last day is over. Refuses `approval.not-found` (404), `first-check.not-open` (409), `approval.revision-changed`
   * (409) and, for the council, `first-check.own-plan` (403). The council sends back by {@link decide}.
   */
  async endCheck(tx: Tx, subject: { subjectKind: string; subjectId: string; begins: DateOnly | null }, end: { outcome: 'confirmed' | 'forwarded' | 'passed'; by: string | null; words: string | null; revision?: number }): Promise<void> {
    const { found, check } = await this.withCheck(tx, subject);
    if (!found) return refuse('approval.not-found', { status: 404 });
    if (end.revision !== undefined) insistOnRevision(end.revision, found.revision);
    if (end.outcome === 'confirmed') await this.checks.answer(tx, check, 'confirmed', end.by ?? '', end.words);
    else if (!(await this.checks.settle(tx, found.id, end.outcome, end.by, end.words))) refuse('first-check.not-open');
    await this.cases.save(tx, { ...found, dueOn: reviewTerm(jstDate(this.clock.now()), subject.begins).dueOn });
  }

  private async withCheck(tx: Tx, { subjectKind, subjectId }: { subjectKind: string; subjectId: string }): Promise<{ found: ApprovalCaseEntity | null; check: FirstCheck | null }> {
    const found = await this.cases.lockBySubject(tx, subjectKind, subjectId);
    return { found, check: found ? ((await this.checks.ofCases(tx, [found])).get(found.id)?.check ?? null) : null };
  }

  /**
   * Decides on the pending revision, which has to be the one that was read. Refuses `approval.not-pending`
   * (409, also for the slower of two approvers), `approval.revision-changed` (409), `approval.own-submission`
   * (403), `approval.own-help` (403), `approval.reason-required`, `approval.condition-due-past` (422); in another's place what
   * {@link Deputies.record} refuses.
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
    if (!found?.approvedRevision || (found.status !== 'pending' && found.status !== 'returned')) return;
    await this.checks.settle(tx, found.id, 'ended');
    await this.cases.save(tx, { ...found, status: 'approved' });
  }

  private async settle(tx: Tx, by: Decider, decision: Settlement): Promise<{ caseId: string; revision: number }> {
    const { found, check } = await this.withCheck(tx, decision);
    if (!found) return refuse('approval.not-found', { status: 404 });
    const comment = decision.comment?.trim() || null;
    const judges = decision.kind !== 'withdrawn' && by.personId !== null;
    const helpers = judges ? ((await this.cases.looksOf(tx, [found.id])).get(found.id)?.helpers ?? []) : [];
    insist(decisionVerdict({ kind: decision.kind, status: found.status, submittedBy: found.submittedBy, helpers, decidedBy: by.personId, comment, remarks: decision.remarks ?? [] }));
    // A withdrawal is about whatever is pending; a decision is about what was read.
    if (decision.kind !== 'withdrawn') insistOnRevision(decision.revision, found.revision);
    if (check?.outcome === null) await this.settleCheck(tx, by, check, decision, comment);

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
      helpers,
      decidedAt: this.clock.now(),
    });
    if (by.personId !== null && decision.deputy) await this.deputies.record(tx, { found, check, decision: { id: decisionId, decidedBy: by.personId }, deputy: decision.deputy });
    if (decision.kind === 'approved') await this.conditions.add(tx, { caseId: found.id, decisionId }, decision.conditions ?? []);
    return { caseId: found.id, revision: found.revision };
  }

  /** While a council has it, it is the council that sends back, the host that takes back, and nobody who decides. */
  private async settleCheck(tx: Tx, by: Decider, check: FirstCheck, { kind }: Settlement, words: string | null): Promise<void> {
    if (kind === 'withdrawn') await this.checks.settle(tx, check.caseId, 'ended');
    else if (kind === 'returned' && by.personId !== null) await this.checks.answer(tx, check, 'returned', by.personId, words);
    else refuse('approval.with-council');
  }

  /** The case of a subject; `null` when it was never handed in. */
  async caseOf(tx: Tx, subjectKind: string, subjectId: string): Promise<CaseFacts | null> {
    return (await this.casesOf(tx, subjectKind, [subjectId])).get(subjectId) ?? null;
  }

  /** The cases of many subjects by subject id, in four queries at most. */
  async casesOf(tx: Tx, subjectKind: string, subjectIds: readonly string[]): Promise<Map<string, CaseFacts>> {
    if (subjectIds.length === 0) return new Map();
    const found = await this.cases.summariesOf(tx, subjectKind, subjectIds);
    const conditions = await this.conditions.ofCases(tx, found.filter(({ hasConditions }) => hasConditions).map(({ caseId }) => caseId));
    const checks = await this.checks.ofCases(tx, found.filter(({ isChecked }) => isChecked).map(({ caseId, revision, approvedRevision }) => ({ id: caseId, revision, approvedRevision })));
    return new Map(found.map(({ subjectId, hasConditions: _has, isChecked: _is, ...summary }) => [subjectId, { ...summary, conditions: conditions.get(summary.caseId) ?? [], ...(checks.get(summary.caseId) ?? UNLOOKED) }]));
  }
}

/** Nobody decides on what they have not read. Refuses `approval.revision-changed` (409). */
export function insistOnRevision(read: number, latest: number | null | undefined): void {
  if (read !== latest) refuse('approval.revision-changed');
}

function insist(verdict: Verdict): void {
  if (verdict !== true) refuse(verdict, { status: STATUS_OF[verdict] ?? 409 });
}

/** The kind that what was handed in says it is of. */
function kindOf(snapshot: object): string | null {
  return 'category' in snapshot && typeof snapshot.category === 'string' ? snapshot.category : null;
}
