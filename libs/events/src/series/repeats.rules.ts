import ICAL from 'ical.js';
import { addDays, fiscalYear, type DateOnly, type FieldError } from '@yoriai/platform';

/** How a series (定例) repeats, in the words of the form. All days are days in Japan. */
export interface Repeats {
  every: 'week' | 'month';
  /** Every so many weeks or months. */
  interval: number;
  /** 0 = Sunday … 6 = Saturday, ascending. */
  weekdays: number[];
  /** Which of these weekdays in a month: 1 to 4, or -1 for the last (最終). Empty for weeks. */
  nth: number[];
  /** The last day that can be one of its dates. */
  until: DateOnly;
  /** Not on national holidays, nor from 29 December to 3 January. */
  skipHolidays: boolean;
  /** Only when there is school (学校のある日だけ). */
  schoolDays: boolean;
}

/** So many days are materialised ahead (domain.md §4.10: eight weeks). */
export const DAYS_AHEAD = 56;

/** From so many days before the new fiscal year on, a series may be asked for until its end. */
const DAYS_BEFORE_NEW_YEAR = 59;

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The rule as RFC 5545 writes it; weeks begin on Monday. */
export function ruleText({ every, interval, weekdays, nth, until }: Repeats): string {
  const days = every === 'week' ? weekdays.map((day) => WEEKDAYS[day]) : nth.flatMap((place) => weekdays.map((day) => `${place}${WEEKDAYS[day]}`));
  const freq = every === 'week' ? 'WEEKLY' : 'MONTHLY';
  return `FREQ=${freq};INTERVAL=${interval};WKST=MO;BYDAY=${days.join(',')};UNTIL=${until.replaceAll('-', '')}`;
}

/**
 * The dates of an RFC 5545 rule that is counted from `counted`, from `from` through `through`. Days without a zone:
 * an hour is put to them later, in Japan.
 */
export function datesOfRule(rule: string, counted: DateOnly, from: DateOnly, through: DateOnly): DateOnly[] {
  const dates: DateOnly[] = [];
  const days = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(counted));
  for (let next = days.next() as ICAL.Time | null; next; next = days.next() as ICAL.Time | null) {
    const day = next.toString();
    if (day > through) break;
    if (day >= from) dates.push(day);
  }
  return dates;
}

/** The dates of a series before anything is skipped. */
export function datesByRule(repeats: Repeats, counted: DateOnly, from: DateOnly, through: DateOnly): DateOnly[] {
  return datesOfRule(ruleText(repeats), counted, from, through < repeats.until ? through : repeats.until);
}

/** Whether both go by the same days, whatever is skipped and however long they go. */
export function sameDays(a: Repeats, b: Repeats): boolean {
  const daysOf = (each: Repeats): string => ruleText({ ...each, until: '2000-01-01' });
  return daysOf(a) === daysOf(b);
}

/**
 * The latest end that the ward decides about at once: the end of the fiscal year in which it begins or goes on, and
 * from February on the end of the next one. A series goes on beyond it by another decision (docs/adr/0032).
 */
export function latestUntil(first: DateOnly, today: DateOnly): DateOnly {
  const from = first > today ? first : today;
  return `${fiscalYear(addDays(from, DAYS_BEFORE_NEW_YEAR)) + 1}-03-31`;
}

/** What of a rule nobody could go by. `first`: the first day of the event that is to be repeated. */
export function wrongInRepeats(repeats: Repeats, first: DateOnly, today: DateOnly): FieldError[] {
  const wrong = (field: string, code: string): FieldError[] => [{ field: `repeats.${field}`, code }];
  if (repeats.every === 'month' && repeats.nth.length === 0) return wrong('nth', 'series.nth-missing');
  if (repeats.until <= first) return wrong('until', 'series.until-before-start');
  return repeats.until > latestUntil(first, today) ? wrong('until', 'series.until-too-late') : [];
}
