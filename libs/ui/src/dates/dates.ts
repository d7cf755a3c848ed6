/**
 * Dates in the words of each language. Everything is Japan time (UTC+9, no summer time) whatever the zone
 * of the machine; nothing here reads a clock. Every function takes `t` (or any `{ lang }`) first.
 */
import type { Lang, Spoken } from '../texts/translate.js';
import { en } from './en.js';
import { jaEasy } from './ja-easy.js';
import { ja } from './ja.js';
import { minutesBetween, partsOf, sameDay, type Moment } from './moment.js';
import type { WayOfDates } from './way.js';

export { daysBetween, sameDay, type Moment } from './moment.js';

/** Whether the day is a public holiday; the caller knows, this file does not. */
export interface DayFacts {
  readonly holiday?: boolean;
}

const WAYS: Readonly<Record<Lang, WayOfDates>> = { ja, 'ja-easy': jaEasy, en };

/** 令和8年, 2026年, 2026. */
export function yearName({ lang }: Spoken, at: Moment): string {
  return WAYS[lang].year(partsOf(at));
}

/** 令和8年（2026年）: the year alone, both ways of counting, as papers write it; elsewhere 2026. */
export function bothYears({ lang }: Spoken, at: Moment): string {
  return WAYS[lang].years(partsOf(at));
}

/** 令和8年(2026年)11月29日(日曜日), on a holiday (日曜日・祝日); Sunday 29 November 2026. Once per page. */
export function longDate({ lang }: Spoken, at: Moment, facts: DayFacts = {}): string {
  return WAYS[lang].long(partsOf(at), facts.holiday ?? false);
}

/** 令和8年11月29日, 29 November 2026: a day of a term or a paper, where the year has to stand and the weekday does not. */
export function dateWithYear({ lang }: Spoken, at: Moment): string {
  return WAYS[lang].withYear(partsOf(at));
}

/** 11月29日(日), on a holiday 11月23日(月・祝); Sun 29 Nov. */
export function shortDate({ lang }: Spoken, at: Moment, facts: DayFacts = {}): string {
  return WAYS[lang].short(partsOf(at), facts.holiday ?? false);
}

/** 10時, 10時30分; 午前10時; 10:00. */
export function timeOfDay({ lang }: Spoken, at: Moment): string {
  return WAYS[lang].time(partsOf(at));
}

/** 10時〜13時, 10:00–13:00; an end on another day carries its date (18時〜12月1日(火) 6時); without an end 10時から. */
export function timeRange(t: Spoken, start: Moment, end?: Moment | null): string {
  const way = WAYS[t.lang];
  if (end === undefined || end === null) return way.from(timeOfDay(t, start));
  return way.between(timeOfDay(t, start), sameDay(start, end) ? timeOfDay(t, end) : dateTime(t, end));
}

/** 11月27日(金) 17時; Fri 27 Nov, 17:00. */
export function dateTime(t: Spoken, at: Moment, facts: DayFacts = {}): string {
  return WAYS[t.lang].dayAndTime(shortDate(t, at, facts), timeOfDay(t, at));
}

/** Like {@link dateTime}; of another year than `now` with the year in place of the weekday: 令和7年11月27日 17時. */
export function dateTimeSeen(t: Spoken, at: Moment, now: Moment): string {
  if (partsOf(at).year === partsOf(now).year) return dateTime(t, at);
  return WAYS[t.lang].dayAndTime(dateWithYear(t, at), timeOfDay(t, at));
}

/** 11月29日(日) 10時〜13時; Sun 29 Nov, 10:00–13:00. */
export function dateAndRange(t: Spoken, start: Moment, end?: Moment | null, facts: DayFacts = {}): string {
  return WAYS[t.lang].dayAndTime(shortDate(t, start, facts), timeRange(t, start, end));
}

/** Like {@link dateAndRange}; of another year than `now` with the year: 令和9年1月10日(日) 10時〜13時. */
export function dateAndRangeSeen(t: Spoken, { start, end, now }: { readonly start: Moment; readonly end?: Moment | null; readonly now: Moment }): string {
  if (partsOf(start).year === partsOf(now).year) return dateAndRange(t, start, end);
  return WAYS[t.lang].dayAndTime(longDate(t, start), timeRange(t, start, end));
}

/** 11月29日(日)〜12月6日(日); one day alone where both are the same. */
export function dateRange(t: Spoken, first: Moment, last: Moment): string {
  return sameDay(first, last) ? shortDate(t, first) : WAYS[t.lang].days(shortDate(t, first), shortDate(t, last));
}

/** 3時間, 1時間30分, 45分; 1 hour 30 minutes: from the start to the end. */
export function duration({ lang }: Spoken, start: Moment, end: Moment): string {
  const minutes = minutesBetween(start, end);
  return WAYS[lang].length(Math.floor(minutes / 60), minutes % 60);
}

/** 11月, November. */
export function monthName({ lang }: Spoken, at: Moment): string {
  return WAYS[lang].month(partsOf(at));
}

/** 2026年11月, November 2026. */
export function monthOfYear({ lang }: Spoken, at: Moment): string {
  return WAYS[lang].monthOfYear(partsOf(at));
}

/** What kind of day the himekuri block shows by colour (and always by word). */
export type DayKind = 'sun' | 'sat' | 'holiday' | 'weekday';

/** The parts of the himekuri block. */
export interface HimekuriDay {
  /** 11月, Nov. */
  readonly month: string;
  readonly day: number;
  /** 29日, 29: the day as it is heard. */
  readonly spokenDay: string;
  /** 日, 土, 月・祝; Sun. */
  readonly weekday: string;
  /** 日曜日, Sunday, Monday (holiday): the weekday as it is heard. */
  readonly spokenWeekday: string;
  readonly kind: DayKind;
}

/** The himekuri block of a day; a holiday counts before Saturday and Sunday. */
export function himekuriOf({ lang }: Spoken, at: Moment, holiday = false): HimekuriDay {
  const way = WAYS[lang];
  const parts = partsOf(at);
  return {
    month: way.leafMonth(parts),
    day: parts.day,
    spokenDay: way.leafDay(parts),
    weekday: way.leafWeekday(parts, holiday),
    spokenWeekday: way.spokenWeekday(parts, holiday),
    kind: kindOf(parts.weekday, holiday),
  };
}

function kindOf(weekday: number, holiday: boolean): DayKind {
  if (holiday) return 'holiday';
  if (weekday === 0) return 'sun';
  return weekday === 6 ? 'sat' : 'weekday';
}
