import { addDays, atJst, fiscalYear, jstDate, jstTime, type DateOnly } from '@yoriai/platform';
import type { TermsAt } from './retention-term.rules.js';

/** What is kept by name for a time: who applied, and who was on duty (for claims on an insurance). */
export const KEPT_NAMES = ['applications', 'duties'] as const;
export type KeptNames = (typeof KEPT_NAMES)[number];

/** Whole fiscal years after the one in which an event or a duty ended, as long as nobody set others. */
export const KEPT_FISCAL_YEARS: Readonly<Record<KeptNames, number>> = { applications: 1, duties: 3 };

/** Names go of what ended before this instant: what ended in a fiscal year (April to March) keeps them for so many whole ones after it. */
export function namesGoBefore(now: Date, fiscalYears: number): Date {
  return atJst(`${fiscalYear(jstDate(now)) - fiscalYears}-04-01`, '00:00');
}

/** The hours of Japan in which names go: nobody works on a list then. */
export const NAMES_GO = { from: '01:00', until: '05:00' };

/** A night in which names go, and what goes in it. */
export interface NamesNight {
  on: string;
  before: Readonly<Record<KeptNames, Date>>;
}

/** What goes in the night of that day, by the years in force then. */
export function nightOf(on: DateOnly, termsAt: TermsAt): NamesNight {
  const at = atJst(on, NAMES_GO.from);
  const years = termsAt(at);
  return { on, before: { applications: namesGoBefore(at, years.applications), duties: namesGoBefore(at, years.duties) } };
}

/** The coming night in which names go, or the running one, where it is not over. */
const comingNight = (now: Date): DateOnly => (jstTime(now) < NAMES_GO.until ? jstDate(now) : addDays(jstDate(now), 1));

/** The coming first night of a fiscal year: only then does anything new go. */
export function comingApril(now: Date): DateOnly {
  const next = comingNight(now);
  return next.endsWith('-04-01') ? next : `${fiscalYear(next) + 1}-04-01`;
}

/** The nights that are told beforehand: the coming one (the running one, where it is not over), and the coming first night of a fiscal year, where that is another. */
export function nightsToTell(now: Date, termsAt: TermsAt): NamesNight[] {
  return [...new Set([comingNight(now), comingApril(now)])].map((on) => nightOf(on, termsAt));
}
