import type { Parts } from './moment.js';
import type { WayOfDates } from './way.js';

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;
const ERA = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'UTC' });

/** The era and its year: 令和8年, 令和元年. Source: Intl's Japanese calendar. */
function era(at: Parts): string {
  const named = ERA.formatToParts(at.shifted);
  const name = named.find((part) => part.type === 'era')?.value ?? '';
  const year = named.find((part) => part.type === 'year')?.value ?? '';
  return `${name}${year === '1' ? '元' : year}年`;
}

const weekday = (at: Parts): string => WEEKDAYS[at.weekday] ?? '';
const onWall = (at: Parts, holiday: boolean): string => `${weekday(at)}${holiday ? '・祝' : ''}`;
const inFull = (at: Parts, holiday: boolean): string => `${weekday(at)}曜日${holiday ? '・祝日' : ''}`;

/** 令和8年(2026年)11月29日(日曜日), 11月29日(日), 10時〜13時. */
export const ja: WayOfDates = {
  year: era,
  years: (at) => `${era(at)}（${at.year}年）`,
  long: (at, holiday) => `${era(at)}(${at.year}年)${at.month}月${at.day}日(${inFull(at, holiday)})`,
  withYear: (at) => `${era(at)}${at.month}月${at.day}日`,
  short: (at, holiday) => `${at.month}月${at.day}日(${onWall(at, holiday)})`,
  time: ({ hour, minute }) => (minute === 0 ? `${hour}時` : `${hour}時${minute}分`),
  from: (time) => `${time}から`,
  between: (start, end) => `${start}〜${end}`,
  days: (first, last) => `${first}〜${last}`,
  dayAndTime: (day, time) => `${day} ${time}`,
  length: (hours, minutes) => `${hours === 0 ? '' : `${hours}時間`}${minutes === 0 && hours > 0 ? '' : `${minutes}分`}`,
  month: (at) => `${at.month}月`,
  monthOfYear: (at) => `${at.year}年${at.month}月`,
  leafMonth: (at) => `${at.month}月`,
  leafDay: (at) => `${at.day}日`,
  leafWeekday: onWall,
  spokenWeekday: inFull,
};
