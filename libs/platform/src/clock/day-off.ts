import holidays from '@holiday-jp/holiday_jp';
import type { DateOnly } from './jst.js';

/**
 * A national holiday, substitute and bridge days included (国民の祝日に関する法律). The list is asked by the written day: its
 * own `isHoliday` reads all of its days each time, and answers a `Date` for the zone of the process.
 */
export function isNationalHoliday(day: DateOnly): boolean {
  return day in holidays.holidays;
}

/** The turn of the year (年末年始, 29 December to 3 January), when halls and offices are shut (大阪市の休日を定める条例). */
export function isTurnOfYear(day: DateOnly): boolean {
  const monthDay = day.slice(5);
  return monthDay >= '12-29' || monthDay <= '01-03';
}
