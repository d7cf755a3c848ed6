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

/** Where a change of an approved event stands (変更申請): being written, waiting for the ward, sent back. Meanwhile the event stays as approved. */
export const CHANGE_STATES = ['draft', 'pending', 'returned'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** What can be done with an event. `end` and `pass` are the clock's, all others are people's. */
export const EVENT_VERBS = [
  'edit',
  'change',
  'abandon',
  'submit',
  'withdraw',
  'check',
  'forward',
  'pass',
  'return',
  'reject',
  'approve',
  'publish',
  'postpone',
  'cancel',
  'report',
  'close',
  'correct',
  'end',
] as const;
export type EventVerb = (typeof EVENT_VERBS)[number];

/**
 * `leader`: leads the organisation. `host`: the same, or the ward office in its place. `writer`: the same, or who helps with the draft. `staff`, `approver`: ward office. `council`: leads the
 * council that was asked to look at it. `reviewer`: the council while it has it, else staff. `clock`: nobody.
 */
export type Doer = 'leader' | 'writer' | 'host' | 'host-or-staff' | 'staff' | 'approver' | 'council' | 'reviewer' | 'clock';

interface Row {
  verb: EventVerb;
  from: EventState;
  to: EventState;
  doer: Doer;
  needsReason?: true;
  /** For a change of what was approved: where it has to stand, and where it stands then. */
  change?: { from: readonly (ChangeState | null)[]; to: ChangeState | null };
}

/** What was approved, before and after it is public: the same is possible with a change of either. */
const CHANGES: readonly Row[] = (['approved', 'published'] as const).flatMap((state): Row[] => {
  const row = (verb: EventVerb, doer: Doer, from: readonly (ChangeState | null)[], to: ChangeState | null): Row => ({ verb, from: state, to: state, doer, change: { from, to } });
  return [
    row('edit', 'host', [null], null),
    row('change', 'host', [null, 'draft'], 'draft'),
    row('change', 'host', ['returned'], 'returned'),
    row('abandon', 'host', ['draft', 'returned'], null),
    row('submit', 'host', ['draft', 'returned'], 'pending'),
    row('withdraw', 'leader', ['pending'], 'draft'),
    row('check', 'council', ['pending'], 'pending'),
    { ...row('forward', 'staff', ['pending'], 'pending'), needsReason: true },
    row('pass', 'clock', ['pending'], 'pending'),
    { ...row('return', 'reviewer', ['pending'], 'returned'), needsReason: true },
    { ...row('reject', 'approver', ['pending'], null), needsReason: true },
    row('approve', 'approver', ['pending'], null),
  ];
});

/** The whole life of an event on one page (domain.md §4.3). What is not here is refused. */
export const LIFECYCLE: readonly Row[] = [
  { verb: 'edit', from: 'draft', to: 'draft', doer: 'writer' },
  { verb: 'edit', from: 'returned', to: 'returned', doer: 'writer' },
  { verb: 'submit', from: 'draft', to: 'submitted', doer: 'host' },
  { verb: 'submit', from: 'returned', to: 'submitted', doer: 'host' },
  // Not the ward office, which would withdraw what it may not see any more; it returns with a reason.
  { verb: 'withdraw', from: 'submitted', to: 'draft', doer: 'leader' },
  // A council may look first (docs/adr/0045): it says so, or sends back; the ward pulls it forward, or its days are over.
  { verb: 'check', from: 'submitted', to: 'submitted', doer: 'council' },
  { verb: 'forward', from: 'submitted', to: 'submitted', doer: 'staff', needsReason: true },
  { verb: 'pass', from: 'submitted', to: 'submitted', doer: 'clock' },
  { verb: 'return', from: 'submitted', to: 'returned', doer: 'reviewer', needsReason: true },
  { verb: 'reject', from: 'submitted', to: 'rejected', doer: 'approver', needsReason: true },
  { verb: 'approve', from: 'submitted', to: 'approved', doer: 'approver' },
  ...CHANGES,
  { verb: 'publish', from: 'approved', to: 'published', doer: 'host-or-staff' },
  // A change was of the day that it is not on any more.
  { verb: 'postpone', from: 'published', to: 'published', doer: 'host-or-staff', needsReason: true, change: { from: [null, ...CHANGE_STATES], to: null } },
  { verb: 'cancel', from: 'approved', to: 'cancelled', doer: 'host-or-staff', needsReason: true },
  { verb: 'cancel', from: 'published', to: 'cancelled', doer: 'host-or-staff', needsReason: true },
  { verb: 'end', from: 'published', to: 'awaiting-report', doer: 'clock' },
  { verb: 'report', from: 'awaiting-report', to: 'reported', doer: 'host' },
  { verb: 'return', from: 'reported', to: 'awaiting-report', doer: 'reviewer', needsReason: true },
  { verb: 'close', from: 'reported', to: 'closed', doer: 'staff' },
  // The figures stand; what was wrong in them is said beside them.
  { verb: 'correct', from: 'closed', to: 'closed', doer: 'staff', needsReason: true },
];

/** `true`, or the refusal code that says why not. */
export type Verdict = true | `event.${string}`;

/** Who asks, in the words of this table. */
export interface DoerFacts {
  personId: string | null;
  isLeader: boolean;
  /** Hosts it, or helps with it where it can be written at. */
  isWriter: boolean;
  isHost: boolean;
  isStaff: boolean;
  isApprover: boolean;
  /** Leads the council that was asked to look at it. */
  isCouncil: boolean;
}

/** The look of a council at what is handed in, as far as verdicts ask. */
export interface CheckFacts {
  open: boolean;
  /** Who wrote it or handed it in. */
  writers: readonly string[];
  /** Who confirmed it for the council; null while nobody did. */
  confirmedBy: string | null;
}

/** What a verdict about a verb needs to know. */
export interface LifecycleFacts {
  state: EventState;
  /** Where a change of it stands; left out: there is none. */
  change?: ChangeState | null;
  /** Who handed in what is waiting for a decision; null when nothing is. */
  submittedBy: string | null;
  /** Who helped with the draft of what waits, without leading its host. */
  helpers?: readonly string[];
  /** Who reported, while the report waits to be accepted; null otherwise. */
  reportedBy?: string | null;
  /** The look of a council at what waits; null or left out where none was asked. */
  check?: CheckFacts | null;
  /** Fields still missing for a submission. */
  missing: readonly unknown[];
  /** Only looked at when given: `undefined` asks whether the verb is possible at all. */
  reason?: string | null;
  /** Conditions that keep it from being published and are not met. */
  unmet?: number;
  /** Procedures that have to be settled before it is published and are not. */
  unready?: number;
  /** Attendance or a headcount is there, or comes with the report. */
  hasHeadcount?: boolean;
}

/**
 * May this be done now by this person? The first reason why not wins: who, then state, then content,
 * so that nobody learns the state of what they may not touch.
 */
export function lifecycleVerdict(verb: EventVerb, doer: DoerFacts, facts: LifecycleFacts): Verdict {
  const rowsOfVerb = LIFECYCLE.filter((row) => row.verb === verb);
  const { state, change = null, check = null } = facts;
  const who = doerVerdict(rowsOfVerb[0]!.doer, doer, check?.open === true);
  if (who !== true) return who;
  const rows = rowsOfVerb.filter((each) => each.from === state);
  const row = rows.find((each) => fits(each, change));
  if (!row) return rows.length > 0 ? changeRefusal(verb, state, change) : `event.is-${state}`;
  // Who may write a draft need not be who may write what was approved.
  const here = doerVerdict(row.doer, doer, check?.open === true);
  if (here !== true) return here;
  const judged = judgeVerdict(verb, row, doer.personId, facts);
  if (judged !== true) return judged;
  if (verb === 'close' && facts.reportedBy === doer.personId) return 'event.own-report';
  if (verb === 'submit' && facts.missing.length > 0) return 'event.incomplete';
  if (verb === 'publish' && (facts.unmet ?? 0) > 0) return 'event.condition-unmet';
  if (verb === 'publish' && (facts.unready ?? 0) > 0) return 'event.checklist-unmet';
  if (verb === 'report' && facts.hasHeadcount === false) return 'event.headcount-missing';
  if (row.needsReason && facts.reason !== undefined && !facts.reason?.trim()) return 'event.reason-required';
  return true;
}

/** Who looks at it is nobody who wrote it, and who decides is nobody who handed it in, helped with it or looked at it for the council. */
function judgeVerdict(verb: EventVerb, row: Row, by: string | null, { submittedBy, check, helpers = [] }: LifecycleFacts): Verdict {
  const judges = verb === 'approve' || verb === 'reject' || (verb === 'return' && row.from !== 'reported');
  const ofCheck = verb === 'check' || verb === 'forward' || verb === 'pass';
  if (ofCheck && !check?.open) return 'event.not-with-council';
  if (check?.open && (verb === 'approve' || verb === 'reject')) return 'event.with-council';
  if (check?.open && (verb === 'check' || verb === 'return') && by !== null && check.writers.includes(by)) return 'event.own-plan';
  if (judges && submittedBy === by) return 'event.own-submission';
  if (judges && by !== null && helpers.includes(by)) return 'event.own-help';
  return judges && verb !== 'return' && check?.confirmedBy === by && by !== null ? 'event.own-check' : true;
}

const fits = (row: Row, change: ChangeState | null): boolean => row.change === undefined || row.change.from.includes(change);

/** The verb belongs to a change, which stands somewhere else or is not there. */
function changeRefusal(verb: EventVerb, state: EventState, change: ChangeState | null): Verdict {
  if (change === 'pending') return 'event.change-pending';
  if (verb === 'edit') return 'event.change-open';
  return change === null ? `event.is-${state}` : 'event.change-not-pending';
}

/** Where a verb leads from a state, and what becomes of a change; only to be asked after the verdict. */
export function stateAfter(verb: EventVerb, from: EventState, change: ChangeState | null = null): { state: EventState; change: ChangeState | null } {
  const row = LIFECYCLE.find((each) => each.verb === verb && each.from === from && fits(each, change));
  if (!row) throw new Error(`${verb} does not start at ${from}`);
  // A change goes on while what it changes is put on the Site; it ends with what it changes.
  return { state: row.to, change: row.change ? row.change.to : row.to === 'published' ? change : null };
}

function doerVerdict(needed: Doer, doer: DoerFacts, withCouncil: boolean): Verdict {
  switch (needed) {
    case 'clock':
      return doer.personId === null ? true : 'event.clock-only';
    case 'leader':
      return doer.isLeader ? true : 'event.leader-only';
    case 'writer':
      return doer.isWriter ? true : 'event.host-only';
    case 'host':
      return doer.isHost ? true : 'event.host-only';
    case 'host-or-staff':
      return doer.isHost || doer.isStaff ? true : 'event.host-only';
    case 'council':
      return doer.isCouncil ? true : 'event.council-only';
    case 'reviewer':
      if (withCouncil) return doer.isCouncil ? true : doer.isStaff ? 'event.with-council' : 'event.staff-only';
      return doer.isStaff ? true : 'event.staff-only';
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
  'event.council-only': 403,
  'event.own-submission': 403,
  'event.own-plan': 403,
  'event.own-help': 403,
  'event.own-check': 403,
  'event.own-report': 403,
  'event.incomplete': 422,
  'event.headcount-missing': 422,
  'event.reason-required': 422,
};

/** The HTTP status of a verdict: who → 403, content → 422, state → 409. */
export const statusOfVerdict = (verdict: Exclude<Verdict, true>): RefusalStatus => STATUS_OF[verdict] ?? 409;
