import type { Translate } from '../texts/translate.js';
import { himekuriOf } from './dates.js';

/** How something repeats, as the API says it. */
export interface RepeatsSaid {
  readonly every: 'week' | 'month';
  readonly interval: number;
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekdays: readonly number[];
  /** For months: 1 to 4, -1 for the last. */
  readonly nth: readonly number[];
  readonly skipHolidays: boolean;
  readonly schoolDays: boolean;
}

/** 日曜日, Sunday: the name of a weekday, 0 = Sunday. */
export function weekdayName(t: Translate, weekday: number): string {
  return himekuriOf(t, `2026-11-${29 - ((7 - weekday) % 7)}`).spokenWeekday;
}

/** 第2, 最終; 2nd, last: which of a month's weekdays. */
export function nthName(t: Translate, nth: number): string {
  return nth === -1 ? t('series.nth.last') : t(`series.nth.${nth as 1 | 2 | 3 | 4}`);
}

const isSchoolWeek = ({ every, interval, weekdays }: RepeatsSaid): boolean => every === 'week' && interval === 1 && weekdays.join() === '1,2,3,4,5';

/** 毎週火曜日, 毎月第2・最終日曜日, 学校のある日（…）; what is skipped stands in brackets. Until when is not said. */
export function repeatsWords(t: Translate, repeats: RepeatsSaid): string {
  const { every, interval: n, weekdays, nth, skipHolidays, schoolDays } = repeats;
  // No school on holidays either.
  if (schoolDays && isSchoolWeek(repeats)) return t('series.school-days');
  const and = t('series.days.and');
  const names = weekdays.map((day) => weekdayName(t, day)).join(and);
  const days = every === 'week' ? names : `${nth.map((place) => nthName(t, place).trimEnd()).join(and)}${spaceAfter(t, nth)}${names}`;
  const rule = n === 1 ? t(`series.${every}`, { days }) : t(every === 'week' ? 'series.weeks' : 'series.months', { n, days });
  if (schoolDays) return t('series.on-school-days', { rule });
  return skipHolidays ? t('series.but-holidays', { rule }) : rule;
}

const spaceAfter = (t: Translate, nth: readonly number[]): string => (nth.length > 0 && nthName(t, nth[0] ?? 1).endsWith(' ') ? ' ' : '');
