import holidayJp from '@holiday-jp/holiday_jp';
import { jstDate } from '@yoriai/platform';

/** True on a public holiday in Japan (国民の祝日に関する法律, substitute days included). */
export function isHoliday(at: Date | string): boolean {
  return jstDate(new Date(at)) in holidayJp.holidays;
}
