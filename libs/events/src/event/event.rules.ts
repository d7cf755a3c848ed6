import type { RefusalStatus } from '@yoriai/platform';

/** Where an event stands. `rejected`, `closed` and `cancelled` are final. */
export const EVENT_STATES = [
  'draft',
  'submitted',
  'returned',
  'rejected',
  'approved',
  'published',
  'awaiting-report',
  'reported',
  'closed',
  'cancelled',
] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** What can be done with an event. `end` is the clock's, all others are people's. */
export const EVENT_VERBS = ['edit', 'submit', 'withdraw', 'return', 'reject', 'approve', 'publish', 'cancel', 'report', 'close', 'end'] as const;
export type EventVerb = (typeof EVENT_VERBS)[number];

/** `leader`: leads the organisation. `host`: the same, or the ward office in its place. `staff`, `approver`: ward office. `clock`: nobody. */
export type Doer = 'leader' | 'host' | 'host-or-staff' | 'staff' | 'approver' | 'clock';

interface Row {
  verb: EventVerb;
  from: EventState;
  to: EventState;
  doer: Doer;
  needsReason?: true;
}

/** The whole life of an event on one page (domain.md §4.3). What is not here is refused. */
export const LIFECYCLE: readonly Row[] = [
  { verb: 'edit', from: 'draft', to: 'draft', doer: 'host' },
  { verb: 'edit', from: 'returned', to: 'returned', doer: 'host' },
  { verb: 'edit', from: 'approved', to: 'approved', doer: 'host' },
  { verb: 'edit', from: 'published', to: 'published', doer: 'host' },
  { verb: 'submit', from: 'draft', to: 'submitted', doer: 'host' },
  { verb: 'submit', from: 'returned', to: 'submitted', doer: 'host' },
  // Not the ward office, which would withdraw what it may not see any more; it returns with a reason.
  { verb: 'withdraw', from: 'submitted', to: 'draft', doer: 'leader' },
  { verb: 'return', from: 'submitted', to: 'returned', doer: 'staff', needsReason: true },
  { verb: 'reject', from: 'submitted', to: 'rejected', doer: 'approver', needsReason: true },
  { verb: 'approve', from: 'submitted', to: 'approved', doer: 'approver' },
  { verb: 'publish', from: 'approved', to: 'published', doer: 'host-or-staff' },
  { verb: 'cancel', from: 'approved', to: 'cancelled', doer: 'host-or-staff', needsReason: true },
  { verb: 'cancel', from: 'published', to: 'cancelled', doer: 'host-or-staff', needsReason: true },
  { verb: 'end', from: 'published', to: 'awaiting-report', doer: 'clock' },
  { verb: 'report', from: 'awaiting-report', to: 'reported', doer: 'host' },
  { verb: 'return', from: 'reported', to: 'awaiting-report', doer: 'staff', needsReason: true },
  { verb: 'close', from: 'reported', to: 'closed', doer: 'staff' },
];

/** `true`, or the refusal code that says why not. */
export type Verdict = true | `event.${string}`;

/** Who asks, in the words of this table. */
export interface DoerFacts {
  personId: string | null;
  isLeader: boolean;
  isHost: boolean;
  isStaff: boolean;
  isApprover: boolean;
}

/** What a verdict about a verb needs to know. */
export interface LifecycleFacts {
  state: EventState;
  /** Who handed in what is waiting for a decision; null when nothing is. */
  submittedBy: string | null;
  /** Who reported, while the report waits to be accepted; null otherwise. */
  reportedBy?: string | null;
  /** Fields still missing for a submission. */
  missing: readonly unknown[];
  /** Only looked at when given: `undefined` asks whether the verb is possible at all. */
  reason?: string | null;
  /** Attendance or a headcount is there, or comes with the report. */
  hasHeadcount?: boolean;
}

/**
 * May this be done now by this person? The first reason why not wins: who, then state, then content,
 * so that nobody learns the state of what they may not touch.
 */
export function lifecycleVerdict(verb: EventVerb, doer: DoerFacts, facts: LifecycleFacts): Verdict {
  const rowsOfVerb = LIFECYCLE.filter((row) => row.verb === verb);
  const who = doerVerdict(rowsOfVerb[0]!.doer, doer);
  if (who !== true) return who;
  const row = rowsOfVerb.find((each) => each.from === facts.state);
  if (!row) return `event.is-${facts.state}`;
  const judges = verb === 'approve' || verb === 'reject' || (verb === 'return' && row.from === 'submitted');
  if (judges && facts.submittedBy === doer.personId) return 'event.own-submission';
  if (verb === 'close' && facts.reportedBy === doer.personId) return 'event.own-report';
  if (verb === 'submit' && facts.missing.length > 0) return 'event.incomplete';
  if (verb === 'report' && facts.hasHeadcount === false) return 'event.headcount-missing';
  if (row.needsReason && facts.reason !== undefined && !facts.reason?.trim()) return 'event.reason-required';
  return true;
}

/** Where a verb leads from a state; only to be asked after the verdict. */
export function stateAfter(verb: EventVerb, from: EventState): EventState {
  const row = LIFECYCLE.find((each) => each.verb === verb && each.from === from);
  if (!row) throw new Error(`${verb} does not start at ${from}`);
  return row.to;
}

function doerVerdict(needed: Doer, doer: DoerFacts): Verdict {
  switch (needed) {
    case 'clock':
      return doer.personId === null ? true : 'event.clock-only';
    case 'leader':
      return doer.isLeader ? true : 'event.leader-only';
    case 'host':
      return doer.isHost ? true : 'event.host-only';
    case 'host-or-staff':
      return doer.isHost || doer.isStaff ? true : 'event.host-only';
    case 'staff':
      return doer.isStaff ? true : 'event.staff-only';
    case 'approver':
      return doer.isApprover ? true : 'event.approver-only';
  }
}

const STATUS_OF: Readonly<Record<string, RefusalStatus>> = {
  'event.clock-only': 403,
  'event.leader-only': 403,
  'event.host-only': 403,
  'event.staff-only': 403,
  'event.approver-only': 403,
  'event.own-submission': 403,
  'event.own-report': 403,
  'event.incomplete': 422,
  'event.headcount-missing': 422,
  'event.reason-required': 422,
};

/** The HTTP status of a verdict: who → 403, content → 422, state → 409. */
export const statusOfVerdict = (verdict: Exclude<Verdict, true>): RefusalStatus => STATUS_OF[verdict] ?? 409;
