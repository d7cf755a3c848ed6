import type { Parts } from './moment.js';

/** How one language writes days and times; `dates.ts` puts them together. */
export interface WayOfDates {
  /** The year as it is said in this language, on its own. */
  year(at: Parts): string;
  /** The year in every way of counting that the language knows. */
  years(at: Parts): string;
  /** Day with year and weekday, in full. */
  long(at: Parts, holiday: boolean): string;
  /** Day with year, without weekday. */
  withYear(at: Parts): string;
  /** Day with weekday, without year. */
  short(at: Parts, holiday: boolean): string;
  time(at: Parts): string;
  /** Only a beginning is known. */
  from(time: string): string;
  between(start: string, end: string): string;
  /** One day to another. */
  days(first: string, last: string): string;
  /** Day and time beside each other. */
  dayAndTime(day: string, time: string): string;
  length(hours: number, minutes: number): string;
  /** The month alone, 11月, November. */
  month(at: Parts): string;
  /** The month of a year, 2026年11月, November 2026. */
  monthOfYear(at: Parts): string;
  /** Month on the leaf of a tear-off calendar. */
  leafMonth(at: Parts): string;
  /** Day of the month as it is heard, e.g. 29日. */
  leafDay(at: Parts): string;
  /** The weekday as it stands on the leaf. */
  leafWeekday(at: Parts, holiday: boolean): string;
  /** The weekday as it is heard. */
  spokenWeekday(at: Parts, holiday: boolean): string;
}
