import holidays from '@holiday-jp/holiday_jp';
import { weekday, type DateOnly } from '@yoriai/platform';
import type { Repeats } from './repeats.rules.js';

/** A time without school, both days included: 夏休み, 冬休み, 創立記念日. */
export interface SchoolClosure {
  startsOn: DateOnly;
  endsOn: DateOnly;
}

/** Why a date of the rule is none. */
export type DayOff = 'holiday' | 'no-school';

/** The turn of the year (年末年始), when halls and offices are shut (大阪市の休日を定める条例). */
function isTurnOfYear(day: DateOnly): boolean {
  const monthDay = day.slice(5);
  return monthDay >= '12-29' || monthDay <= '01-03';
}

/**
 * A national holiday (国民の祝日に関する法律, with substitute and bridge days), or a day from 29 December to 3 January.
 * The list is asked with the written day, never with a `Date`: given a `Date` it answers for the zone of the process.
 * Its own question reads all of its days each time.
 */
function isHoliday(day: DateOnly): boolean {
  return isTurnOfYear(day) || day in holidays.holidays;
}

/** No school on Saturdays, Sundays and holidays, nor while it is closed. */
function isWithoutSchool(day: DateOnly, closures: readonly SchoolClosure[]): boolean {
  const weekDay = weekday(day);
  return weekDay === 0 || weekDay === 6 || isHoliday(day) || closures.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
}

/** Why the series does not take place on a date of its rule; null: it does. */
export function dayOff(day: DateOnly, repeats: Pick<Repeats, 'skipHolidays' | 'schoolDays'>, closures: readonly SchoolClosure[]): DayOff | null {
  if (repeats.skipHolidays && isHoliday(day)) return 'holiday';
  return repeats.schoolDays && isWithoutSchool(day, closures) ? 'no-school' : null;
}
