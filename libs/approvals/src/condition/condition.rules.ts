import { addDays, type DateOnly } from '@yoriai/platform';
import type { Verdict } from '../approval-case/approval-case.rules.js';

/** Where a condition stands: to do, said to be done, confirmed, or needed no more because its subject is off or closed. */
export const CONDITION_STATES = ['open', 'reported', 'met', 'lapsed'] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];

/** What is said about a condition: by the host that it is met, by the ward that it is so, or that it is not. */
export const CONDITION_STEPS = ['reported', 'confirmed', 'sent-back'] as const;
export type ConditionStepKind = (typeof CONDITION_STEPS)[number];

/** Days before the day it is due on which the host is reminded; where the approval comes later than that, the day before. */
const DAYS_BEFORE = [3, 1] as const;

/** What a step needs to know. */
export interface StepFacts {
  state: ConditionState;
  /** Who handed in what was approved on it, and everybody who ever said that it is met. */
  parties: readonly string[];
  by: string;
  /** Only looked at when given: `undefined` asks whether the step is possible at all. */
  words?: string | null;
}

/**
 * May this be said now? Nobody confirms, or sends back, what they handed in or ever reported themselves (四つの目),
 * whatever became of that report. The ward may confirm what nobody has reported, with words: the paper was brought to
 * the desk, or it is needed no more.
 */
export function stepVerdict(kind: ConditionStepKind, { state, parties, by, words }: StepFacts): Verdict {
  if (state === 'met' || state === 'lapsed') return `approval.condition-${state}`;
  if (kind === 'reported' && state === 'reported') return 'approval.condition-reported';
  if (kind === 'sent-back' && state === 'open') return 'approval.condition-not-reported';
  if (kind !== 'reported' && parties.includes(by)) return 'approval.own-report';
  const needsWords = kind !== 'confirmed' || state === 'open';
  return needsWords && words !== undefined && !words?.trim() ? 'approval.words-required' : true;
}

const AFTER = { reported: 'reported', confirmed: 'met', 'sent-back': 'open' } as const;

/** Where a step leads; only to be asked after the verdict. */
export const stateAfterStep = (kind: ConditionStepKind): ConditionState => AFTER[kind];

/** The day from which the host is reminded; null where none is left between the approval and the day it is due. */
export function remindOn(today: DateOnly, dueOn: DateOnly): DateOnly | null {
  return DAYS_BEFORE.map((days) => addDays(dueOn, -days)).find((day) => day > today) ?? null;
}
