import type { CaseStatus } from './approval-case.entity.js';
import type { DecisionKind } from './decision.entity.js';

/** `true`, or the refusal code that says why not. */
export type Verdict = true | `approval.${string}`;

/** What a decision needs to know. */
export interface DecisionFacts {
  kind: DecisionKind;
  status: CaseStatus;
  submittedBy: string;
  /** Null: a rule. */
  decidedBy: string | null;
  comment: string | null;
  /** Who helped to write it, without handing it in. */
  helpers?: readonly string[];
  /** Words about single fields. */
  remarks?: readonly unknown[];
}

/**
 * May this be decided? Only what is pending; deciding only by somebody other than the submitter
 * (ward practice: 四つの目), who may only take it back, and than those who helped to write it; returning and rejecting only with a
 * reason, which what is returned may also have in words about single fields.
 */
export function decisionVerdict(facts: DecisionFacts): Verdict {
  const judges = facts.kind !== 'withdrawn';
  if (judges && facts.decidedBy === facts.submittedBy) return 'approval.own-submission';
  if (judges && facts.decidedBy !== null && facts.helpers?.includes(facts.decidedBy)) return 'approval.own-help';
  if (facts.status !== 'pending') return 'approval.not-pending';
  const remarked = facts.kind === 'returned' && (facts.remarks ?? []).length > 0;
  const needsReason = facts.kind === 'rejected' || (facts.kind === 'returned' && !remarked);
  if (needsReason && !facts.comment?.trim()) return 'approval.reason-required';
  return true;
}

/** May it be handed in (again)? A new case always; an old one after a return or a withdrawal; what was approved only as a change of it. */
export function submissionVerdict(status: CaseStatus | null, isChange = false): Verdict {
  if (status === null || status === 'returned' || status === 'withdrawn') return true;
  if (status === 'approved' && isChange) return true;
  return status === 'pending' ? 'approval.already-pending' : 'approval.already-decided';
}

/**
 * Where the case stands after the decision: decisions are named as the states they lead to. A change that was
 * turned down or taken back leaves standing what was approved before it.
 */
export function statusAfter(kind: DecisionKind, approvedRevision: number | null): CaseStatus {
  const gone = kind === 'withdrawn' || kind === 'rejected';
  return gone && approvedRevision !== null ? 'approved' : kind;
}

/** What is known of a decision to find the one before. */
export interface DecidedRevision {
  revisionNumber: number;
  kind: DecisionKind;
}

/**
 * The newest revision before `number` that the ward decided on: what it knows, and what a later one is compared
 * with. Taking a revision back decides nothing. Null when there is none.
 */
export function decidedBefore(number: number, decisions: readonly DecidedRevision[]): number | null {
  const decided = decisions.filter((each) => each.kind !== 'withdrawn' && each.revisionNumber < number).map((each) => each.revisionNumber);
  return decided.length === 0 ? null : Math.max(...decided);
}
