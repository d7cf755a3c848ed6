import type { Parts } from './moment.js';
import type { WayOfDates } from './way.js';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = [
  ...(['January', 'February', 'March', 'April', 'May', 'June'] as const),
  ...(['July', 'August', 'September', 'October', 'November', 'December'] as const),
];

const month = (at: Parts): string => MONTHS[at.month - 1] ?? '';
const weekday = (at: Parts): string => WEEKDAYS[at.weekday] ?? '';
const short = (word: string): string => word.slice(0, 3);
const noted = (holiday: boolean): string => (holiday ? ' (holiday)' : '');
const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Sunday 29 November 2026, Sun 29 Nov, 10:00–13:00. */
export const en: WayOfDates = {
  year: (at) => String(at.year),
  years: (at) => String(at.year),
  long: (at, holiday) => `${weekday(at)} ${at.day} ${month(at)} ${at.year}${noted(holiday)}`,
  withYear: (at) => `${at.day} ${month(at)} ${at.year}`,
  short: (at, holiday) => `${short(weekday(at))} ${at.day} ${short(month(at))}${noted(holiday)}`,
  time: ({ hour, minute }) => `${hour}:${String(minute).padStart(2, '0')}`,
  from: (time) => `from ${time}`,
  between: (start, end) => `${start}–${end}`,
  days: (first, last) => `${first} – ${last}`,
  dayAndTime: (day, time) => `${day}, ${time}`,
  length: (hours, minutes) => [hours === 0 ? '' : some(hours, 'hour'), minutes === 0 && hours > 0 ? '' : some(minutes, 'minute')].filter(Boolean).join(' '),
  month,
  monthOfYear: (at) => `${month(at)} ${at.year}`,
  leafMonth: (at) => short(month(at)),
  leafDay: (at) => String(at.day),
  leafWeekday: (at) => short(weekday(at)),
  spokenWeekday: (at, holiday) => `${weekday(at)}${noted(holiday)}`,
};
