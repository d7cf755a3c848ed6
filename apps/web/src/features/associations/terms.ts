import { dateWithYear } from '@yoriai/ui';
import { t } from '../../i18n.js';
import { addDays, type DateOnly } from '../../app/jst.js';

/** 令和10年3月31日: terms run over years, so the year is said. */
export function longDay(day: string): string {
  return dateWithYear(t, day);
}

/** Whole months from one day to another. */
export function monthsLeft(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

/** Ways to end a term. */
export const ENDINGS = ['today', 'now', 'other'] as const;
export type EndingChoice = (typeof ENDINGS)[number];

/** The last day of a term: rights last until its midnight, so ending at once means yesterday. */
export function endsOnOf(choice: EndingChoice, today: DateOnly, other: DateOnly): DateOnly {
  if (choice === 'other') return other;
  return choice === 'now' ? addDays(today, -1) : today;
}
