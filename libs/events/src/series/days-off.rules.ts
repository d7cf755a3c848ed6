import { isNationalHoliday, isTurnOfYear, weekday, type DateOnly } from '@yoriai/platform';
import type { Repeats } from './repeats.rules.js';

/** A time without school, both days included: 夏休み, 冬休み, 創立記念日. */
export interface SchoolClosure {
  startsOn: DateOnly;
  endsOn: DateOnly;
}

/** Why a date of the rule is none. */
export type DayOff = 'holiday' | 'no-school';

/** Halls are shut: a national holiday or the turn of the year. */
function isHoliday(day: DateOnly): boolean {
  return isTurnOfYear(day) || isNationalHoliday(day);
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
