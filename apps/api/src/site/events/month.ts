import { addDays, jstDate, weekday, type DateOnly } from '@yoriai/platform';

/** A month of the calendar, `YYYY-MM`. */
export type Month = string;

/** Whether a text names a month that we can show. */
export function isMonth(text: string): boolean {
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(at: Date): Month {
  return jstDate(at).slice(0, 7);
}

/** The month so many months later (or earlier). */
export function monthAfter(month: Month, count: number): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** First and last day. */
export function daysOf(month: Month): { first: DateOnly; last: DateOnly } {
  return { first: `${month}-01`, last: addDays(`${monthAfter(month, 1)}-01`, -1) };
}

/** The whole weeks that a month touches, Sunday first, as calendars hang on walls here. */
export function weeksOf(month: Month): DateOnly[][] {
  const { first, last } = daysOf(month);
  const weeks: DateOnly[][] = [];
  for (let sunday = addDays(first, -weekday(first)); sunday <= last; sunday = addDays(sunday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(sunday, index)));
  }
  return weeks;
}
