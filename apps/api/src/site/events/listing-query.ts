import type { PublicEventWish } from '@yoriai/events';
import { addDays, atJst, isDateOnly, jstDate, weekday, type DateOnly } from '@yoriai/platform';
import { isMonth, type Month } from './month.js';
import { isActivityField, type ActivityField } from '@yoriai/ui';

/** What the list is narrowed to; stands in the address, so that it can be sent to a friend. */
export interface ListingQuery {
  from?: DateOnly;
  to?: DateOnly;
  area?: string;
  field?: ActivityField;
  q?: string;
  /** The table of a month in place of the list. */
  view?: 'month';
  month?: Month;
  page: number;
}

const MAX_WORDS = 60;

/** Reads the address leniently: what makes no sense is left out, a list is shown in any case. */
export function readListing(query: Readonly<Record<string, unknown>>): ListingQuery {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name].trim() : '');
  const [from, to, area, field, q] = ['from', 'to', 'area', 'field', 'q'].map(text) as [string, string, string, string, string];
  const page = /^[1-9]\d{0,3}$/.test(text('page')) ? Number(text('page')) : 1;
  return {
    ...(isDateOnly(from) ? { from } : {}),
    ...(isDateOnly(to) ? { to } : {}),
    ...(/^[a-z0-9-]{1,40}$/.test(area) ? { area } : {}),
    ...(isActivityField(field) ? { field } : {}),
    ...(q === '' ? {} : { q: q.slice(0, MAX_WORDS) }),
    ...(text('view') === 'month' ? { view: 'month' } : {}),
    ...(isMonth(text('month')) ? { month: text('month') } : {}),
    page,
  };
}

/** From days in Japan to instants. Today begins at its first hour, so that what is over this morning is not lost. */
export function wishOf(query: ListingQuery): PublicEventWish {
  const { from, to, area, field, q, page } = query;
  return {
    ...(from ? { from: atJst(from, '00:00') } : {}),
    ...(to ? { to: atJst(addDays(to, 1), '00:00') } : {}),
    ...(area ? { areaSlug: area } : {}),
    ...(field ? { field } : {}),
    ...(q ? { q } : {}),
    page,
  };
}

/** The address of a list; a change to anything but the page begins at the first page. */
export function listingPath(query: ListingQuery, changes: { [Key in keyof ListingQuery]?: ListingQuery[Key] | null } = {}): string {
  const merged: Partial<Record<keyof ListingQuery, string | number | null>> = { ...query, ...('page' in changes ? {} : { page: 1 }), ...changes };
  const parts = Object.entries(merged).filter(([name, value]) => value !== undefined && value !== null && value !== '' && !(name === 'page' && value === 1));
  const search = new URLSearchParams(parts.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return search === '' ? '/events' : `/events?${search}`;
}

/** Saturday and Sunday of this week; on a Sunday the day itself. */
export function weekendOf(now: Date): { from: DateOnly; to: DateOnly } {
  const today = jstDate(now);
  const day = weekday(today);
  if (day === 0) return { from: today, to: today };
  return { from: addDays(today, 6 - day), to: addDays(today, 7 - day) };
}

/** The last day of the week (Sunday) that a day is in; weeks begin on Monday, as people plan. */
export function endOfWeek(day: DateOnly): DateOnly {
  return addDays(day, (7 - weekday(day)) % 7);
}

/** First days of the next months: 12月1日 … */
export function monthStarts(now: Date, count: number): DateOnly[] {
  const [year, month] = jstDate(now).split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, index) => new Date(Date.UTC(year, month + index, 1)).toISOString().slice(0, 10));
}
