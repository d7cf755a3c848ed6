/**
 * Dates in the words of the ward. Everything is Japan time (UTC+9, no summer time)
 * whatever the zone of the machine; nothing here reads a clock.
 */

/** A moment (`Date` or ISO with zone) or a day of the ward's calendar (`YYYY-MM-DD`). */
export type Moment = Date | string;

/** Whether the day is a public holiday; the caller knows, this file does not. */
export interface DayFacts {
  readonly holiday?: boolean;
}

const NINE_HOURS = 9 * 60 * 60 * 1000;
const A_DAY = 24 * 60 * 60 * 1000;
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;
const ERA = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'UTC' });

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  /** The same wall clock as if Japan were UTC. */
  readonly shifted: Date;
}

function parts(at: Moment): Parts {
  const shifted = shift(at);
  if (Number.isNaN(shifted.getTime())) throw new RangeError(`not a date: ${String(at)}`);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    shifted,
  };
}

function shift(at: Moment): Date {
  if (typeof at === 'string' && DAY_ONLY.test(at)) return new Date(`${at}T00:00:00Z`);
  return new Date((typeof at === 'string' ? new Date(at) : at).getTime() + NINE_HOURS);
}

/** The era and its year: 令和8年, 令和元年. Source: Intl's Japanese calendar. */
export function eraYear(at: Moment): string {
  const named = ERA.formatToParts(parts(at).shifted);
  const era = named.find((part) => part.type === 'era')?.value ?? '';
  const year = named.find((part) => part.type === 'year')?.value ?? '';
  return `${era}${year === '1' ? '元' : year}年`;
}

/** 令和8年（2026年）: the year alone, both ways of counting, as papers write it. */
export function bothYears(at: Moment): string {
  return `${eraYear(at)}（${parts(at).year}年）`;
}

/** 令和8年(2026年)11月29日(日曜日); on a holiday (日曜日・祝日). Once per page. */
export function longDate(at: Moment, facts: DayFacts = {}): string {
  const { year, month, day, weekday } = parts(at);
  const holiday = facts.holiday ? '・祝日' : '';
  return `${eraYear(at)}(${year}年)${month}月${day}日(${weekdayWord(weekday)}曜日${holiday})`;
}

/** 令和8年11月29日: a day of a term or a paper, where the year has to stand and the weekday does not. */
export function eraDate(at: Moment): string {
  const { month, day } = parts(at);
  return `${eraYear(at)}${month}月${day}日`;
}

/** 11月29日(日); on a holiday 11月23日(月・祝). */
export function shortDate(at: Moment, facts: DayFacts = {}): string {
  const { month, day, weekday } = parts(at);
  return `${month}月${day}日(${weekdayWord(weekday)}${facts.holiday ? '・祝' : ''})`;
}

/** 10時 or 10時30分, 24-hour clock. */
export function timeOfDay(at: Moment): string {
  const { hour, minute } = parts(at);
  return minute === 0 ? `${hour}時` : `${hour}時${String(minute).padStart(2, '0')}分`;
}

/** 10時〜13時; an end on another day carries its date (18時〜12月1日(火) 6時); without an end 10時から. */
export function timeRange(start: Moment, end?: Moment | null): string {
  if (end === undefined || end === null) return `${timeOfDay(start)}から`;
  const last = sameDay(start, end) ? timeOfDay(end) : dateTime(end);
  return `${timeOfDay(start)}〜${last}`;
}

/** 11月27日(金) 17時. */
export function dateTime(at: Moment, facts: DayFacts = {}): string {
  return `${shortDate(at, facts)} ${timeOfDay(at)}`;
}

/** 11月29日(日) 10時〜13時. */
export function dateAndRange(start: Moment, end?: Moment | null, facts: DayFacts = {}): string {
  return `${shortDate(start, facts)} ${timeRange(start, end)}`;
}

/** 3時間, 1時間30分, 45分: from the start to the end. */
export function duration(start: Moment, end: Moment): string {
  const minutes = Math.round((shift(end).getTime() - shift(start).getTime()) / 60_000);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}分`;
  return rest === 0 ? `${hours}時間` : `${hours}時間${rest}分`;
}

/** Whether both moments fall on one day in Japan. */
export function sameDay(one: Moment, other: Moment): boolean {
  return daysBetween(one, other) === 0;
}

/** Days of the calendar from one moment to the other (tomorrow = 1, yesterday = -1). */
export function daysBetween(from: Moment, to: Moment): number {
  return dayNumber(to) - dayNumber(from);
}

function dayNumber(at: Moment): number {
  return Math.floor(shift(at).getTime() / A_DAY);
}

/** What kind of day the himekuri block shows by colour (and always by word). */
export type DayKind = 'sun' | 'sat' | 'holiday' | 'weekday';

/** The parts of the himekuri block. */
export interface HimekuriDay {
  readonly month: number;
  readonly day: number;
  /** 日, 土, 月・祝. */
  readonly weekday: string;
  readonly kind: DayKind;
}

/** The himekuri block of a day; a holiday counts before Saturday and Sunday. */
export function himekuriOf(at: Moment, holiday = false): HimekuriDay {
  const { month, day, weekday } = parts(at);
  return {
    month,
    day,
    weekday: `${weekdayWord(weekday)}${holiday ? '・祝' : ''}`,
    kind: kindOf(weekday, holiday),
  };
}

function kindOf(weekday: number, holiday: boolean): DayKind {
  if (holiday) return 'holiday';
  if (weekday === 0) return 'sun';
  return weekday === 6 ? 'sat' : 'weekday';
}

function weekdayWord(weekday: number): string {
  return WEEKDAYS[weekday] ?? '';
}
