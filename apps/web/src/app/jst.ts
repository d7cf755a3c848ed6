/**
 * Dates as people type them, in Japan's time (UTC+9, no summer time) whatever the zone of the device.
 * `DateOnly` is `YYYY-MM-DD`, `ClockTime` is `HH:MM`.
 */
export type DateOnly = string;
export type ClockTime = string;

const NINE_HOURS = 9 * 60 * 60_000;
const DAY = 24 * 60 * 60_000;

/** Day and time in Japan of an instant. */
export function jstOf(instant: string | Date): { date: DateOnly; time: ClockTime } {
  const text = new Date(new Date(instant).getTime() + NINE_HOURS).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/** The instant of a day and time in Japan, with its offset. */
export function instantOf(date: DateOnly, time: ClockTime): string {
  return `${date}T${time}:00+09:00`;
}

/** The day so many days later (earlier when negative). */
export function addDays(date: DateOnly, days: number): DateOnly {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one day to another. */
export function dayDifference(from: DateOnly, to: DateOnly): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

const narrow = (text: string): string => text.normalize('NFKC').trim();

/** A day from three boxes; `undefined` when all are empty, `null` when there is no such day. Wide digits count. */
export function dateFrom(year: string, month: string, day: string): DateOnly | null | undefined {
  const [y, m, d] = [narrow(year), narrow(month), narrow(day)];
  if (y === '' && m === '' && d === '') return undefined;
  if (!/^\d{4}$/.test(y) || !/^\d{1,2}$/.test(m) || !/^\d{1,2}$/.test(d)) return null;
  const text = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const found = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(text) ? text : null;
}

/** A time as typed: 9:00, 09:00, ９：００; `undefined` when empty, `null` when it is none. */
export function timeFrom(text: string): ClockTime | null | undefined {
  const given = narrow(text);
  if (given === '') return undefined;
  const found = /^(\d{1,2}):(\d{2})$/.exec(given);
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${found[2] ?? ''}`;
}

/** The Japanese fiscal year (April to March) a day lies in. */
export function fiscalYearOf(date: DateOnly): number {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 4 ? year : year - 1;
}

/** An instant as a `datetime-local` box wants it, in Japan's time. */
export function localOf(instant: string | Date): string {
  const { date, time } = jstOf(instant);
  return `${date}T${time}`;
}

/** The instant of a `datetime-local` box, read as Japan's time. */
export function localInstant(text: string): string | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(text);
  return found?.[1] && found[2] ? instantOf(found[1], found[2]) : undefined;
}
