import type { DateOnly } from '@yoriai/platform';
import type { DecidedRevision } from '../approval-case/approval-case.rules.js';
import { reviewTerm } from '../approval-case/due.rules.js';

/** What became of a council's look: 確認 · 差戻し · the ward pulled it forward · nobody answered in time · nobody needs it any more · nobody was asked, for want of days. */
export const FIRST_CHECK_OUTCOMES = ['confirmed', 'returned', 'forwarded', 'passed', 'ended', 'skipped'] as const;
export type FirstCheckOutcome = (typeof FIRST_CHECK_OUTCOMES)[number];

/** Business days in which a council answers where the ward says nothing else (ward practice: those of the ward itself). */
export const BUSINESS_DAYS_TO_CHECK = 5;

/** A council that looks at what its bodies hand in. */
export interface FirstCheckRule {
  councilId: string;
  /** The bodies of this area. */
  areaId: string;
  /** Of these kinds alone; null: of all. */
  kinds: readonly string[] | null;
  businessDays: number;
}

/** What is handed in, as far as the rule asks. */
export interface HandedIn {
  organisationId: string;
  areaId: string | null;
  kind: string | null;
}

/** The rule by which a council looks at this first; null where none does. What a council holds itself is not its bodies'. */
export function ruleFor(rules: readonly FirstCheckRule[], { organisationId, areaId, kind }: HandedIn): FirstCheckRule | null {
  const fits = (rule: FirstCheckRule): boolean => rule.areaId === areaId && rule.councilId !== organisationId && (rule.kinds === null || (kind !== null && rule.kinds.includes(kind)));
  return rules.find(fits) ?? null;
}

/** Until when a council has what is handed in `today` and begins on `begins`; null where it could not have all its days and leave the ward all of its own. */
export function lookUntil(today: DateOnly, begins: DateOnly | null, businessDays: number): DateOnly | null {
  const look = reviewTerm(today, begins, businessDays);
  return look.short || reviewTerm(look.dueOn, begins).short ? null : look.dueOn;
}

/**
 * Whether a further revision goes past the council: it has had its look, and the ward alone sent back what came after.
 * What it sent back itself, what the host took back, what it had no days for and every change of what stands it looks at again.
 */
export function isLookedAt(last: { revision: number; outcome: FirstCheckOutcome | null } | null, decisions: readonly DecidedRevision[]): boolean {
  if (last === null || last.outcome === null || last.outcome === 'returned' || last.outcome === 'ended' || last.outcome === 'skipped') return false;
  const since = decisions.filter(({ revisionNumber }) => revisionNumber >= last.revision);
  return since.length > 0 && since.every(({ kind }) => kind === 'returned');
}

/** Who confirmed last for a council since what stands was approved, by looks with the newest revision first: a return by the ward does not undo that. Null: nobody did. */
export function lastConfirmer(looks: readonly { revision: number; outcome: FirstCheckOutcome | null; by: string | null }[], approvedRevision: number | null): string | null {
  return looks.find(({ revision, outcome }) => outcome === 'confirmed' && revision > (approvedRevision ?? 0))?.by ?? null;
}

/** `true`, or the refusal code that says why not. */
export type FirstCheckVerdict = true | 'first-check.not-open' | 'first-check.own-plan';

/** May this person answer for the council? Once, and never what they wrote or handed in themselves (四つの目). */
export function answerVerdict(check: { outcome: FirstCheckOutcome | null; writers: readonly string[] } | null, by: string): FirstCheckVerdict {
  if (!check || check.outcome !== null) return 'first-check.not-open';
  return check.writers.includes(by) ? 'first-check.own-plan' : true;
}
