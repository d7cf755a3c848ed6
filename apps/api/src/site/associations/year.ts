import type { ActivityField } from '@yoriai/events';
import { jstDate } from '@yoriai/platform';
import { monthAfter, monthOf, type Month } from '../events/month.js';

/** What a year is made of: an event as far as it matters here. */
export interface HeldEvent {
  slug: string;
  title: string;
  field: ActivityField | null;
  startsAt: string;
  state: string;
}

/** One month of a year, and what was done in it. */
export interface MonthHeld<T> {
  month: Month;
  held: T[];
}

/** What took place: what was called off was not done. */
export function heldOf<T extends HeldEvent>(events: readonly T[]): T[] {
  return events.filter(({ state }) => state !== 'cancelled');
}

/** The twelve months up to this one, each with what was done, oldest first; months without anything are left out. */
export function monthsOf<T extends HeldEvent>(events: readonly T[], now: Date): MonthHeld<T>[] {
  const months = Array.from({ length: 12 }, (_, index) => monthAfter(monthOf(now), index - 11));
  const held = heldOf(events).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return months.map((month) => ({ month, held: held.filter(({ startsAt }) => jstDate(new Date(startsAt)).startsWith(month)) })).filter(({ held: some }) => some.length > 0);
}

/** What was done, each title once and with how often: what was done most comes first, and of the rest the latest. */
export function doneOf(events: readonly HeldEvent[]): { title: string; times: number }[] {
  const times = new Map<string, number>();
  for (const { title } of heldOf(events).sort((a, b) => b.startsAt.localeCompare(a.startsAt))) times.set(title, (times.get(title) ?? 0) + 1);
  return [...times].map(([title, count]) => ({ title, times: count })).sort((a, b) => b.times - a.times);
}

/** How much was done in each field, the most first. */
export function fieldsOf(events: readonly HeldEvent[]): { field: ActivityField; count: number }[] {
  const counts = new Map<ActivityField, number>();
  for (const { field } of heldOf(events)) if (field) counts.set(field, (counts.get(field) ?? 0) + 1);
  return [...counts].map(([field, count]) => ({ field, count })).sort((a, b) => b.count - a.count);
}
