import { addDays, isNationalHoliday, isTurnOfYear, jstTime, weekday, type DateOnly } from '@yoriai/platform';

/** Nobody's telephone rings with a reminder before nine or after nine at night (JST). */
export function isAwake(now: Date): boolean {
  const time = jstTime(now);
  return time >= '09:00' && time < '21:00';
}

/** Working days the ward allows itself for a decision (ward practice). */
export const BUSINESS_DAYS_TO_DECIDE = 5;

/**
 * Is the ward office open on this day? Closed on Saturday, Sunday, national holidays and from 29
 * December to 3 January (大阪市の休日を定める条例).
 */
export function isBusinessDay(day: DateOnly): boolean {
  const weekDay = weekday(day);
  return weekDay !== 0 && weekDay !== 6 && !isTurnOfYear(day) && !isNationalHoliday(day);
}

/** The `count`-th business day after `day`; the day itself does not count. */
export function businessDaysAfter(day: DateOnly, count: number): DateOnly {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (isBusinessDay(current)) left -= 1;
  }
  return current;
}

/** The `count`-th business day before `day`, which itself does not count; for 0 the day itself. */
export function businessDaysBefore(day: DateOnly, count: number): DateOnly {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, -1);
    if (isBusinessDay(current)) left -= 1;
  }
  return current;
}

/** When the ward decides on what is handed in. */
export interface ReviewTerm {
  dueOn: DateOnly;
  /** Fewer days than the ward allows itself: the subject begins before they are over. */
  short: boolean;
}

/** The term of what is handed in `today` and begins on `begins`: the usual days, or so many, but over before it begins. Null: it has no day. */
export function reviewTerm(today: DateOnly, begins: DateOnly | null, businessDays = BUSINESS_DAYS_TO_DECIDE): ReviewTerm {
  const usual = businessDaysAfter(today, businessDays);
  if (begins === null || usual < begins) return { dueOn: usual, short: false };
  let day = addDays(begins, -1);
  while (day > today && !isBusinessDay(day)) day = addDays(day, -1);
  return { dueOn: day < today ? today : day, short: true };
}

/** Business days from `today` until `due`: 0 on the day itself, negative when overdue. */
export function businessDaysLeft(today: DateOnly, due: DateOnly): number {
  const [from, to, sign] = today <= due ? [today, due, 1] : [due, today, -1];
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day)) count += sign;
  }
  return count;
}
