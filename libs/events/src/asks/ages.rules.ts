import { fiscalYear, isDateOnly, type DateOnly } from '@yoriai/platform';

/**
 * Who may come, by age or by school year, both as they are on the day of the event in Japan; both ends belong to it, and
 * null is no end. A school year counts from 4 (年少) over 7 (小1) and 13 (中1) to 18 (高3): the age that is reached in it.
 */
export interface Ages {
  by: 'age' | 'grade';
  from: number | null;
  to: number | null;
}

/** The first and the last school year with a name: 年少 and 高3. */
export const SCHOOL_YEARS = { first: 4, last: 18 } as const;
/** Nobody is older. */
export const OLDEST = 120;

/** A day on which somebody alive may have been born. */
export const isBirthDate = (text: string): boolean => isDateOnly(text) && text >= '1900-01-01';

/** Completed years on that day. Who was born on 29 February is a year older on 1 March where there is none (年齢計算ニ関する法律). */
export function yearsOld(born: DateOnly, day: DateOnly): number {
  const [year, today] = [Number(day.slice(0, 4)) - Number(born.slice(0, 4)), day.slice(5)];
  return today >= born.slice(5) ? year : year - 1;
}

/**
 * The school year of that day, 7 being 小1. An age is reached at the end of the day before the birthday; so who was born
 * on 1 April goes to school with those of the year before, and a class is born from 2 April to 1 April (学校教育法17条).
 */
export function schoolYearOf(born: DateOnly, day: DateOnly): number {
  const year = Number(born.slice(0, 4));
  return fiscalYear(day) - (born.slice(5) >= '04-02' ? year : year - 1);
}

/** Is who was born then among those who may come on that day? */
export function isWithin({ by, from, to }: Ages, born: DateOnly, day: DateOnly): boolean {
  const reached = by === 'age' ? yearsOld(born, day) : schoolYearOf(born, day);
  return reached >= (from ?? -Infinity) && reached <= (to ?? Infinity);
}

/** What is said of somebody's age where the host has a rule: never the date itself. */
export interface OnTheDay {
  years: number;
  /** Null where there is no such school year (any more). */
  schoolYear: number | null;
  /** The rule or the day has been changed since they applied, and they are not among them now. */
  outside: boolean;
}

/** How old somebody is on the day; null where nobody was asked. */
export function onTheDay(ages: Ages | null, born: DateOnly | null | undefined, day: DateOnly | null): OnTheDay | null {
  if (!born || day === null) return null;
  const year = schoolYearOf(born, day);
  const schoolYear = year >= SCHOOL_YEARS.first && year <= SCHOOL_YEARS.last ? year : null;
  return { years: yearsOld(born, day), schoolYear, outside: ages !== null && !isWithin(ages, born, day) };
}
