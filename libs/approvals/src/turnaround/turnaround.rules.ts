import { fiscalYear, type DateOnly } from '@yoriai/platform';
import { businessDaysLeft } from '../approval-case/due.rules.js';

/** Fewer decisions say nothing about what is usual. */
export const ENOUGH_TO_TELL = 5;

/** So many requests that the ward had from one day and decided on another, both in Japan. */
export interface DecidedDays {
  fromDay: DateOnly;
  toDay: DateOnly;
  count: number;
}

/** How long decisions of a fiscal year took, in business days; 0 is the same day. Null: too few to tell. */
export interface YearOfDecisions {
  fiscalYear: number;
  decided: number;
  /** At least half of them took so long, or less. */
  usual: number | null;
  /** At least nine of ten took so long, or less. */
  mostly: number | null;
}

/**
 * The decisions of a fiscal year (of the day they were made on): the median and the nine-tenths, each a number of days that
 * a decision really took (nearest rank), so that „nine of ten“ is never said of fewer.
 */
export function yearOf(year: number, all: readonly DecidedDays[]): YearOfDecisions {
  const took = all
    .filter(({ toDay }) => fiscalYear(toDay) === year)
    .map(({ fromDay, toDay, count }) => ({ days: Math.max(0, businessDaysLeft(fromDay, toDay)), count }))
    .sort((one, other) => one.days - other.days);
  const decided = took.reduce((sum, { count }) => sum + count, 0);
  const within = (share: number): number | null => {
    if (decided < ENOUGH_TO_TELL) return null;
    let left = Math.ceil(decided * share);
    return took.find(({ count }) => (left -= count) <= 0)?.days ?? null;
  };
  return { fiscalYear: year, decided, usual: within(0.5), mostly: within(0.9) };
}
