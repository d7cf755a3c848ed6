import { addDays, isNationalHoliday } from '@yoriai/platform';

/** The national holidays of a month (`2026-11`), in order. */
export function holidaysOf(month: string): string[] {
  return Array.from({ length: 31 }, (_, index) => addDays(`${month}-01`, index)).filter((day) => day.startsWith(month) && isNationalHoliday(day));
}
