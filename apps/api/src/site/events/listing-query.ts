import { AUDIENCES, INITIATIVE_CODE, type Audience, type PublicEventWish } from '@yoriai/events';
import { addDays, atJst, isDateOnly, jstDate, weekday, type DateOnly } from '@yoriai/platform';
import { daysOf, isMonth, type Month } from './month.js';
import { isActivityField, type ActivityField, type Lang } from '@yoriai/ui';

/** What the list is narrowed to; stands in the address, so that it can be sent to a friend. */
export interface ListingQuery {
  q?: string;
  from?: DateOnly;
  to?: DateOnly;
  /** What is over, in place of what comes. */
  past?: 'yes';
  area?: string;
  /** The association that holds them, by the name in its address. */
  host?: string;
  field?: ActivityField;
  /** An initiative of the ward's plan, by its code. */
  initiative?: string;
  audience?: Audience;
  /** Only where somebody can come now. */
  free?: 'yes';
  /** Only what costs nothing. */
  gratis?: 'yes';
  /** The table of a month in place of the list. */
  view?: 'month';
  month?: Month;
  page: number;
}

const MAX_WORDS = 60;

/**
 * Reads the address leniently: what makes no sense is left out, a list is shown in any case. `when` comes from the
 * form, which has one box for days (`2026-11-28..2026-11-29`, `2026-12-01..`, `past`), and stands in no address that we write.
 */
export function readListing(query: Readonly<Record<string, unknown>>): ListingQuery {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name].trim() : '');
  const when = text('when');
  const [from = '', to = ''] = when.includes('..') ? when.split('..') : when === '' ? [text('from'), text('to')] : [];
  const [area, host, field, initiative, audience, q, month] = ['area', 'host', 'field', 'initiative', 'audience', 'q', 'month'].map(text) as [string, string, string, string, string, string, string];
  const page = /^[1-9]\d{0,3}$/.test(text('page')) ? Number(text('page')) : 1;
  return {
    ...(q === '' ? {} : { q: [...q].slice(0, MAX_WORDS).join('') }),
    ...(isDateOnly(from) ? { from } : {}),
    ...(isDateOnly(to) ? { to } : {}),
    ...(when === 'past' || text('past') === 'yes' ? { past: 'yes' } : {}),
    ...(/^[a-z0-9-]{1,40}$/.test(area) ? { area } : {}),
    ...(/^[a-z0-9-]{1,80}$/.test(host) ? { host } : {}),
    ...(isActivityField(field) ? { field } : {}),
    ...(INITIATIVE_CODE.test(initiative) ? { initiative } : {}),
    ...(isAudience(audience) ? { audience } : {}),
    ...(text('free') === 'yes' ? { free: 'yes' } : {}),
    ...(text('gratis') === 'yes' ? { gratis: 'yes' } : {}),
    ...(text('view') === 'month' ? { view: 'month' } : {}),
    ...(isMonth(month) ? { month } : {}),
    page,
  };
}

function isAudience(text: string): text is Audience {
  return (AUDIENCES as readonly string[]).includes(text);
}

/** Whether the address is a form as a browser sends it, with its empty boxes: such a one leads on to the address of its list. */
export function isSentForm(query: Readonly<Record<string, unknown>>): boolean {
  return 'when' in query || Object.values(query).includes('');
}

/** The same list without some of its conditions, on its first page. */
export function without(query: ListingQuery, ...names: readonly (keyof ListingQuery)[]): ListingQuery {
  return { ...Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name as keyof ListingQuery))), page: 1 };
}

/**
 * Whether search engines may keep the list: all of it, or by one thing that stays what it is (an area, a field, an initiative, for whom).
 * Words, days, pages and conditions together are endless and old tomorrow.
 */
export function isKept(query: ListingQuery): boolean {
  const names = Object.keys(query).filter((name) => name !== 'view' && name !== 'page');
  return query.page === 1 && names.length <= 1 && names.every((name) => ['area', 'field', 'initiative', 'audience', 'host'].includes(name));
}

/** From days in Japan to instants. Today begins at its first hour, so that what is over this morning is not lost. */
export function wishOf(query: ListingQuery): PublicEventWish {
  const { from, to, past, area, host, field, initiative, audience, free, gratis, q, page } = query;
  return {
    past: past === 'yes',
    free: free === 'yes',
    gratis: gratis === 'yes',
    ...(host ? { organisationSlug: host } : {}),
    ...(audience ? { audience } : {}),
    ...(from ? { from: atJst(from, '00:00') } : {}),
    ...(to ? { to: atJst(addDays(to, 1), '00:00') } : {}),
    ...(area ? { areaSlug: area } : {}),
    ...(field ? { field } : {}),
    ...(initiative ? { initiative } : {}),
    ...(q ? { q } : {}),
    page,
  };
}

/** The order of an address, so that a list has one. */
const ORDER = ['q', 'from', 'to', 'past', 'area', 'host', 'field', 'initiative', 'audience', 'free', 'gratis', 'view', 'month', 'page'] as const satisfies readonly (keyof ListingQuery)[];

/** The address of a list; a change to anything but the page begins at the first page. */
export function listingPath(query: ListingQuery, changes: { [Key in keyof ListingQuery]?: ListingQuery[Key] | null } = {}): string {
  const merged: Partial<Record<keyof ListingQuery, string | number | null>> = { ...query, ...('page' in changes ? {} : { page: 1 }), ...changes };
  const parts = ORDER.map((name) => [name, merged[name]] as const).filter(([name, value]) => value !== undefined && value !== null && value !== '' && !(name === 'page' && value === 1));
  const search = new URLSearchParams(parts.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return search === '' ? '/events' : `/events?${search}`;
}

/** The address of an event that was found in a list, so that its page leads back there; the plain one where nothing narrows the list. */
export function eventPath(slug: string, list: ListingQuery = { page: 1 }): string {
  return `/events/${slug}${inList(list)}`;
}

/** What an address of an event says about where it was found; nothing where nothing narrows the list. */
export function inList(list: ListingQuery): string {
  const search = listingPath(list, { page: list.page }).replace(/^\/events\??/, '');
  return search === '' ? '' : `?${new URLSearchParams({ list: search }).toString()}`;
}

/** The list in which an event was found, by what stands in its address; read as leniently as any list. */
export function foundIn(asked: unknown): ListingQuery {
  const list = typeof asked === 'object' && asked !== null && 'list' in asked ? asked.list : '';
  return readListing(Object.fromEntries(new URLSearchParams(typeof list === 'string' ? list : '')));
}

/** The address of a list's feed: its conditions, whatever page or view is looked at. A program that asks again and again sends no settings, so a language other than the ward's stands in the address. */
export function feedPath(query: ListingQuery, format: 'ics' | 'atom' | 'rss' | 'csv', lang: Lang = 'ja'): string {
  const path = listingPath(without(query, 'view', 'month')).replace('/events', `/events.${format}`);
  return lang === 'ja' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
}

/** First and last day of the month that so many months later begins. */
export function monthRange(first: DateOnly): { from: DateOnly; to: DateOnly } {
  return { from: first, to: daysOf(first.slice(0, 7)).last };
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
