import type { DateOnly } from '@yoriai/platform';
import { businessDaysBefore } from '../approval-case/due.rules.js';
import type { Verdict } from '../approval-case/approval-case.rules.js';
import type { ConditionState } from '../condition/condition.rules.js';

/** Before what a procedure has to be settled: the ward's yes (or it becomes a condition of it), the publication, the day itself. */
export const CHECKLIST_GATES = ['approval', 'publication', 'day'] as const;
export type ChecklistGate = (typeof CHECKLIST_GATES)[number];

/** The answers about an event that can ask for a procedure: each is a question of the form. */
export const CHECKLIST_FLAGS = ['park', 'road', 'facility', 'naked-flame', 'ward-name', 'subsidy', 'owner', 'food', 'fire', 'participants', 'volunteers'] as const;
export type ChecklistFlag = (typeof CHECKLIST_FLAGS)[number];

/** Where a procedure stands: to do, said to be done, done, not needed because the ward says so, or taken back since its subject is off. */
export const CHECKLIST_STATES = ['open', 'reported', 'confirmed', 'waived', 'withdrawn'] as const;
export type ChecklistState = (typeof CHECKLIST_STATES)[number];

/** What is said about it: by the host that it is done, and once its subject is off that it was taken back; by the ward that it is done, that it is not, or that it need not be. */
export const CHECKLIST_STEPS = ['reported', 'confirmed', 'sent-back', 'waived', 'withdrawn'] as const;
export type ChecklistStepKind = (typeof CHECKLIST_STEPS)[number];

/** What stands in its story: what was said, or that the day moved away from what had been settled. */
export const CHECKLIST_WORDS = [...CHECKLIST_STEPS, 'reopened'] as const;
export type ChecklistWordKind = (typeof CHECKLIST_WORDS)[number];

/** A procedure of the catalogue: data, which the ward keeps true. */
export interface ChecklistKind {
  code: string;
  /** Any of them asks for it; none: it is always asked for. */
  flags: string[];
  title: string;
  authority: string;
  /** Business days before the day. */
  leadDays: number;
  how: string;
  gate: ChecklistGate;
  /** `host`: the host's own look is enough. */
  judgedBy: 'ward' | 'host';
  toConfirm: boolean;
  /** Of the office where it is done, as it is printed. */
  phone: string | null;
  /** Where its form (様式) is; an https address. */
  formUrl: string | null;
  /** The ward asks for it no more: of no event, whatever its answers. */
  ended: boolean;
}

/** Whether the answers call for it. */
export const isCalledFor = ({ flags }: Pick<ChecklistKind, 'flags'>, given: ReadonlySet<string>): boolean => flags.length === 0 || flags.some((flag) => given.has(flag));

/** Whether it is asked for: the answers call for it, and the ward has not ended it. */
export const isWanted = (kind: Pick<ChecklistKind, 'flags' | 'ended'>, given: ReadonlySet<string>): boolean => !kind.ended && isCalledFor(kind, given);

/** What the answers about a subject ask for. */
export interface AskedFacts {
  flags: ReadonlySet<string>;
  /** The conditions of its approval: what became one of them is asked for there. */
  conditions: readonly { id: string; itemCode?: string | null; state: ConditionState }[];
  /** It is over: what the catalogue got since then was never asked of it. */
  asWritten: boolean;
}

/**
 * A procedure as it stands for a subject: it counts as soon as the catalogue and the answers say so, whether or not it is
 * written down by now (`written`: its state there); of what is over only what was written down. Null: it does not.
 */
export function standsFor(kind: Pick<ChecklistKind, 'code' | 'flags' | 'gate' | 'ended'>, written: ChecklistState | null, { flags, conditions, asWritten }: AskedFacts): (GatedItem & { conditionId: string | null }) | null {
  if (asWritten && written === null) return null;
  const condition = conditions.find(({ itemCode, state }) => itemCode === kind.code && state !== 'lapsed');
  const state: ChecklistState = condition?.state === 'met' && written !== 'withdrawn' ? 'confirmed' : (written ?? 'open');
  return { code: kind.code, gate: kind.gate, state, wanted: isWanted(kind, flags), condition: condition?.state ?? null, conditionId: condition?.id ?? null };
}

/** The day by which it has to be done; null while nobody knows the day of the event. */
export const dueOn = ({ leadDays }: Pick<ChecklistKind, 'leadDays'>, begins: DateOnly | null): DateOnly | null => (begins === null ? null : businessDaysBefore(begins, leadDays));

/** What a step needs to know. */
export interface ItemStepFacts {
  state: ChecklistState;
  judgedBy: ChecklistKind['judgedBy'];
  /** Who handed the event in, and everybody who ever said that it is done. */
  parties: readonly string[];
  by: string;
  /** Something that proves it is there. */
  hasFile: boolean;
  /** Once its subject is off: somebody else is to hear of it ({@link isToWithdraw}). */
  toWithdraw?: boolean;
  /** Only looked at when given: `undefined` asks whether the step is possible at all. */
  words?: string | null;
}

/**
 * May this be said now? Who handed the event in or ever said that it is done does not judge that (四つの目). The ward is
 * told what was done in words or shown a paper; its own no, and its "not needed", always have a reason, and so has its yes
 * to what nobody reported.
 */
export function itemStepVerdict(kind: ChecklistStepKind, { state, judgedBy, parties, by, hasFile, words, toWithdraw = isWithOthers(state) }: ItemStepFacts): Verdict {
  if (kind === 'withdrawn') return toWithdraw ? true : state === 'withdrawn' ? 'approval.item-withdrawn' : 'approval.nothing-to-withdraw';
  if (kind === 'sent-back' ? state === 'open' : isSettled(state)) return kind === 'sent-back' ? 'approval.item-open' : 'approval.item-settled';
  if (kind === 'reported' && state === 'reported') return 'approval.item-reported';
  if (kind !== 'reported' && parties.includes(by)) return 'approval.own-report';
  const needsWords = { reported: judgedBy === 'ward' && !hasFile, confirmed: state === 'open', 'sent-back': true, waived: true }[kind];
  return needsWords && words !== undefined && !words?.trim() ? 'approval.words-required' : true;
}

/** Where a step leads; only to be asked after the verdict. */
export function itemStateAfter(kind: ChecklistStepKind, judgedBy: ChecklistKind['judgedBy']): ChecklistState {
  if (kind === 'reported') return judgedBy === 'host' ? 'confirmed' : 'reported';
  return kind === 'sent-back' ? 'open' : kind;
}

/** Nothing more is to be done about it. */
export const isSettled = (state: ChecklistState): boolean => state === 'confirmed' || state === 'waived' || state === 'withdrawn';

/** Somebody else counts on it: they have to hear when its subject is off. */
export const isWithOthers = (state: ChecklistState): boolean => state === 'reported' || state === 'confirmed';

/** Words after which somebody else may count on it, also where it was opened again since: the day moved, or the ward did not find it done. */
const SAID_TO_OTHERS: readonly string[] = ['reported', 'confirmed', 'reopened'];

/** Once its subject is off somebody else is to hear of it: it was settled, or handed in as far as anybody said. */
export const isToWithdraw = ({ state, steps }: { state: ChecklistState; steps: readonly { kind: string }[] }): boolean => isWithOthers(state) || (state === 'open' && steps.some(({ kind }) => SAID_TO_OTHERS.includes(kind)));

/** What a gate looks at. */
export interface GatedItem {
  code: string;
  gate: ChecklistGate;
  state: ChecklistState;
  wanted: boolean;
  /** Where the condition stands that it was turned into; null: it was not. */
  condition: ConditionState | null;
}

/** The procedures that keep a gate shut. What became a condition of the approval is asked for by that. */
export function keepingShut<T extends GatedItem>(items: readonly T[], gate: ChecklistGate): T[] {
  return items.filter((item) => item.gate === gate && item.wanted && !isSettled(item.state) && item.condition === null);
}

/** Days before a procedure is due on which the host's leaders are written to. */
export const REMINDED_BEFORE = [14, 7, 3, 0] as const;
