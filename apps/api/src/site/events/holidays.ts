import { isDateOnly, isNationalHoliday, jstDate } from '@yoriai/platform';

/** True on a public holiday in Japan (国民の祝日に関する法律, substitute days included). */
export function isHoliday(at: Date | string): boolean {
  const day = typeof at === 'string' && isDateOnly(at) ? at : jstDate(new Date(at));
  return isNationalHoliday(day);
}
