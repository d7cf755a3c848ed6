import { addDays, type DateOnly } from '../../app/jst.js';

/** The month so many months later, or earlier. */
export function monthBeside(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** The whole weeks that a month touches, Sunday first. */
export function weeksOf(month: string): DateOnly[][] {
  const first = `${month}-01`;
  const last = addDays(`${monthBeside(month, 1)}-01`, -1);
  const weeks: DateOnly[][] = [];
  for (let sunday = addDays(first, -new Date(`${first}T00:00:00Z`).getUTCDay()); sunday <= last; sunday = addDays(sunday, 7)) weeks.push(Array.from({ length: 7 }, (_, index) => addDays(sunday, index)));
  return weeks;
}
