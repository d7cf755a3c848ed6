import type { Parts } from './moment.js';
import type { WayOfDates } from './way.js';

const WEEKDAYS = [
  ['日', 'にち'],
  ['月', 'げつ'],
  ['火', 'か'],
  ['水', 'すい'],
  ['木', 'もく'],
  ['金', 'きん'],
  ['土', 'ど'],
] as const;

/** Days of the month that are not read as their number. */
const DAYS: Readonly<Record<number, string>> = {
  ...{ 1: 'ついたち', 2: 'ふつか', 3: 'みっか', 4: 'よっか', 5: 'いつか', 6: 'むいか', 7: 'なのか', 8: 'ようか', 9: 'ここのか' },
  ...{ 10: 'とおか', 14: 'じゅうよっか', 20: 'はつか', 24: 'にじゅうよっか' },
};

/** 分 is ぷん after these last digits (いっぷん, さんぷん, よんぷん, ろっぷん, はっぷん, じゅっぷん) and ふん after the others. */
const PUN = [0, 1, 3, 4, 6, 8];

const month = (at: Parts): string => `${at.month}{月|がつ}`;
/** 1月 24日: between two readings that would run together stands a blank that no line breaks at. */
const monthAndDay = (at: Parts): string => `${month(at)}${DAYS[at.day] === undefined ? '' : '\u00A0'}${day(at)}`;
/** 2日目, ふつかめ: which day of several. */
export const nthDayEasy = (nth: number): string => (DAYS[nth] === undefined ? `${nth}{日目|にちめ}` : `{${nth}日目|${DAYS[nth]}め}`);
const day = (at: Parts): string => (DAYS[at.day] === undefined ? `${at.day}{日|にち}` : `{${at.day}日|${DAYS[at.day]}}`);

function weekday(at: Parts, holiday: boolean): string {
  const [word, reading] = WEEKDAYS[at.weekday] ?? ['', ''];
  return `{${word}曜日|${reading}ようび}${holiday ? '・{祝日|しゅくじつ}' : ''}`;
}

function leafWeekday(at: Parts, holiday: boolean): string {
  const [word, reading] = WEEKDAYS[at.weekday] ?? ['', ''];
  return `{${word}|${reading}}${holiday ? '・{祝|しゅく}' : ''}`;
}

/** Readings part a word in the eyes of a browser; the word joiner (U+2060) keeps 午後4時 on one line. */
const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join('\u2060');

const minutes = (count: number): string => joined(String(count), `{分|${PUN.includes(count % 10) ? 'ぷん' : 'ふん'}}`);

/** 午前10時, 昼の12時, 午後1時30分: nobody has to subtract twelve. */
function time({ hour, minute }: Parts): string {
  const half = hour === 12 ? '{昼|ひる}の' : hour < 12 ? '{午前|ごぜん}' : '{午後|ごご}';
  return joined(half, String(hour > 12 ? hour - 12 : hour), '{時|じ}', minute === 0 ? '' : minutes(minute));
}

/** 2026年 11月29日 日曜日, 午前10時から 午後1時まで: the Western year alone, words instead of signs, readings above. */
export const jaEasy: WayOfDates = {
  year: (at) => `${at.year}{年|ねん}`,
  years: (at) => `${at.year}{年|ねん}`,
  long: (at, holiday) => `${at.year}{年|ねん} ${monthAndDay(at)} ${weekday(at, holiday)}`,
  withYear: (at) => `${at.year}{年|ねん} ${monthAndDay(at)}`,
  short: (at, holiday) => `${monthAndDay(at)} ${weekday(at, holiday)}`,
  time,
  from: (start) => `${start}から`,
  between: (start, end) => `${start}から ${end}まで`,
  days: (first, last) => `${first}から ${last}まで`,
  dayAndTime: (date, clock) => `${date} ${clock}`,
  length: (hours, rest) => `${hours === 0 ? '' : `${hours}{時間|じかん}`}${rest === 0 && hours > 0 ? '' : minutes(rest)}`,
  month,
  monthOfYear: (at) => `${at.year}{年|ねん} ${month(at)}`,
  leafMonth: month,
  leafDay: day,
  leafWeekday,
  spokenWeekday: weekday,
};
