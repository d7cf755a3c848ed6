import { addDays, jstDate, type DateOnly } from '@yoriai/platform';
import { monthName, monthOfYear, shortDate, type Translate } from '@yoriai/ui';
import { isHoliday } from './holidays.js';
import { endOfWeek } from './listing-query.js';

const dayOf = (t: Translate, day: DateOnly): string => shortDate(t, day, { holiday: isHoliday(day) });

/** The heading that a date stands under in a list of what comes: today, this week, next week, then by month. */
export function sectionOf(t: Translate, startsAt: string, now: Date): string {
  const day = jstDate(new Date(startsAt));
  const today = jstDate(now);
  const sunday = endOfWeek(today);
  if (day <= today) return t('site.events.today', { date: dayOf(t, today) });
  if (day <= sunday) return t('site.events.this-week', { from: dayOf(t, today), to: dayOf(t, sunday) });
  if (day <= addDays(sunday, 7)) return t('site.events.next-week', { from: dayOf(t, addDays(sunday, 1)), to: dayOf(t, addDays(sunday, 7)) });
  return day.slice(0, 4) === today.slice(0, 4) ? monthName(t, day) : monthOfYear(t, day);
}
