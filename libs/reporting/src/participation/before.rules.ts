import { fiscalYear, jstDate } from '@yoriai/platform';
import { monthOf, monthsOf, type Figures } from './participation.rules.js';

/** What came of the year before, to lay this year beside it. */
export interface YearBefore {
  /** Everybody who came to take part, until the same day. */
  people: number;
  /** Who helped, until the same day. */
  volunteers: number;
  /** The day of that year up to which is counted (YYYY-MM-DD); null: its end. */
  until: string | null;
  /** Who came, by month (`2025-10`); the month in which the same day falls until that day, those after it whole. Months before the first in which anybody came are not told: then nothing was counted yet. */
  byMonth: ReadonlyMap<string, number>;
}

type Held = Pick<Figures, 'participants' | 'walkIns' | 'volunteers'> & { startsAt: Date };

const people = (events: readonly Held[]): number => events.reduce((sum, { participants, walkIns }) => sum + participants + walkIns, 0);

/** The same moment a year earlier; the 29th of February is the 1st of March there. */
export function aYearEarlier(at: Date): Date {
  const earlier = new Date(at);
  earlier.setUTCFullYear(at.getUTCFullYear() - 1);
  return earlier;
}

/** The events of the year before `year` as that year is compared at `now`; null where nobody came to any of them: nothing is to be compared. */
export function yearBefore(year: number, events: readonly Held[], now: Date): YearBefore | null {
  if (people(events) === 0) return null;
  const sameDay = fiscalYear(jstDate(now)) === year ? aYearEarlier(now) : null;
  const counted = sameDay ? events.filter(({ startsAt }) => startsAt <= sameDay) : events;
  const months = new Map<string, Held[]>();
  for (const event of events) {
    const month = monthOf(event.startsAt);
    if (sameDay && month === monthOf(sameDay) && event.startsAt > sameDay) continue;
    months.set(month, [...(months.get(month) ?? []), event]);
  }
  return {
    people: people(counted),
    volunteers: counted.reduce((sum, { volunteers }) => sum + volunteers, 0),
    until: sameDay && jstDate(sameDay),
    byMonth: sinceFirst(monthsOf(year - 1).map((month) => [month, people(months.get(month) ?? [])])),
  };
}

const sinceFirst = (months: readonly (readonly [string, number])[]): Map<string, number> => new Map(months.slice(months.findIndex(([, came]) => came > 0)));

/** `2026-10` as `2025-10`. */
export const monthBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
