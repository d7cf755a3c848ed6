import { atJst, fiscalYear, jstDate } from '@yoriai/platform';

/** What is kept by name for a time: who applied, and who was on duty (for claims on an insurance). */
export const KEPT_NAMES = ['applications', 'duties'] as const;
export type KeptNames = (typeof KEPT_NAMES)[number];

/** Whole fiscal years after the one in which an event or a duty ended, as long as nobody set others. */
export const KEPT_FISCAL_YEARS: Readonly<Record<KeptNames, number>> = { applications: 1, duties: 3 };

/** Names go of what ended before this instant: what ended in a fiscal year (April to March) keeps them for so many whole ones after it. */
export function namesGoBefore(now: Date, fiscalYears: number): Date {
  return atJst(`${fiscalYear(jstDate(now)) - fiscalYears}-04-01`, '00:00');
}
