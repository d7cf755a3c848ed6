import type { EventDetail, UpdateEventRequest } from '@yoriai/api-client';
import { addDays, dateFrom, fiscalYearOf, jstOf, type DateOnly } from '../../app/jst.js';
import type { Reading, Values } from './values.js';

type Repeats = NonNullable<EventDetail['repeats']>;

const words = (numbers: readonly number[]): string => numbers.join(' ');
const numbers = (text: string | undefined): number[] => (text ?? '').split(' ').filter((each) => each !== '').map(Number);

/** How the event repeats, in the boxes of its page. */
export function repeatBoxes({ repeats, startsAt }: Pick<EventDetail, 'repeats' | 'startsAt'>): Values {
  const { every = '', interval = 1, weekdays = [], nth = [], until = '', skipHolidays = true, schoolDays = false } = (repeats ?? {}) as Partial<Repeats>;
  const first = startsAt === null ? [] : [weekdayOf(jstOf(startsAt).date)];
  return {
    repeat: every,
    interval: String(interval),
    weekdays: words(weekdays.length > 0 ? weekdays : first),
    nth: words(nth.length > 0 ? nth : startsAt === null ? [] : [placeInMonth(jstOf(startsAt).date)]),
    until: until || (startsAt === null ? '' : lastDay(jstOf(startsAt).date)),
    skipHolidays: skipHolidays ? 'yes' : '',
    schoolDays: schoolDays ? 'yes' : '',
  };
}

/** What the day that stands in its boxes says of a repetition, for the boxes that are empty still. */
export function repeatsOfDay(values: Values): Values {
  const day = dateFrom(values['date-year'] ?? '', values['date-month'] ?? '', values['date-day'] ?? '');
  if (!day) return {};
  const said = { weekdays: String(weekdayOf(day)), nth: String(placeInMonth(day)), until: lastDay(day) };
  return Object.fromEntries(Object.entries(said).filter(([box]) => !values[box]));
}

/**
 * What a new first day says of a repetition that was chosen before it, as a template does: it goes by that day. Where several
 * weekdays or weeks of the month are marked the host has chosen them, and the end stays as long as it is later than the day.
 */
export function repeatsOnDay(values: Values): Values {
  const day = dateFrom(values['date-year'] ?? '', values['date-month'] ?? '', values['date-day'] ?? '');
  if (!day || !values['repeat']) return {};
  const follows = (box: string): boolean => numbers(values[box]).length < 2;
  // The last of its month may be the fourth too.
  const isLast = values['nth'] === '-1' && addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
  return {
    ...(follows('weekdays') ? { weekdays: String(weekdayOf(day)) } : {}),
    ...(follows('nth') && !isLast ? { nth: String(placeInMonth(day)) } : {}),
    ...((values['until'] ?? '') > day ? {} : { until: lastDay(day) }),
  };
}

/** Reads them. `day`: what begins on a day goes, by the month, by its weekday; a date that was moved says nothing about its series. */
export function readRepeats(values: Values, day: DateOnly | undefined): Reading {
  const every = values['repeat'];
  if (every !== 'week' && every !== 'month') return { patch: { repeats: null }, errors: {} };
  const until = values['until'] ?? '';
  const weekdays = every === 'month' && day !== undefined ? [weekdayOf(day)] : numbers(values['weekdays']);
  const errors: Record<string, string> = {
    ...(dateFrom(...partsOf(until)) ? {} : { until: until === '' ? 'series.until-missing' : 'app.date' }),
    ...(weekdays.length > 0 ? {} : { weekdays: 'app.choose-one' }),
    ...(every === 'month' && numbers(values['nth']).length === 0 ? { nth: 'series.nth-missing' } : {}),
  };
  if (Object.keys(errors).length > 0) return { patch: {}, errors };
  const repeats: NonNullable<UpdateEventRequest['repeats']> = {
    every,
    interval: Number(values['interval'] ?? 1),
    weekdays,
    nth: every === 'week' ? [] : numbers(values['nth']),
    until,
    skipHolidays: values['skipHolidays'] === 'yes',
    schoolDays: values['schoolDays'] === 'yes',
  };
  return { patch: { repeats }, errors: {} };
}

/** From so many days before the new fiscal year on, it is the end of that one. */
const BEFORE_NEW_YEAR = 59;

/** The last day that the ward decides about at once, as most series go on for: the end of the fiscal year. */
export const lastDay = (first: DateOnly): DateOnly => `${fiscalYearOf(addDays(first, BEFORE_NEW_YEAR)) + 1}-03-31`;

const partsOf = (day: string): [string, string, string] => [day.slice(0, 4), day.slice(5, 7), day.slice(8)];

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: DateOnly): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** Which of its weekdays a day is in its month, as the form asks: 1 to 4; the fifth is the last. */
export function placeInMonth(day: DateOnly): number {
  const place = Math.ceil(Number(day.slice(8)) / 7);
  return place === 5 ? -1 : place;
}
