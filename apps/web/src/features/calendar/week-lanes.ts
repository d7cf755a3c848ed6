import type { CalendarEvent, WardCalendar } from '@yoriai/api-client';
import { heldDays, heldOn } from '@yoriai/ui';
import { addDays, type DateOnly } from '../../app/jst.js';
import type { OnADay } from './calendar-days.js';
import type { LaneKind } from './search.js';

/** The week of a day, Sunday first. */
export function weekOf(day: DateOnly): DateOnly[] {
  const sunday = addDays(day, -new Date(`${day}T00:00:00Z`).getUTCDay());
  return Array.from({ length: 7 }, (_, index) => addDays(sunday, index));
}

/** The months that a week touches: one or two. */
export function monthsOf(week: readonly DateOnly[]): string[] {
  return [...new Set(week.map((day) => day.slice(0, 7)))];
}

/** Two months as one: what is in both stands there once. */
export function together(months: readonly WardCalendar[]): Pick<WardCalendar, 'events' | 'clashes' | 'holidays'> {
  const events = new Map(months.flatMap((each) => each.events).map((event) => [event.id, event]));
  const clashes = new Map(months.flatMap((each) => each.clashes).map((clash) => [`${clash.kind} ${clash.one} ${clash.other}`, clash]));
  return { events: [...events.values()], clashes: [...clashes.values()], holidays: months.flatMap((each) => each.holidays) };
}

/** One area, or one place, through the week. */
export interface Lane {
  /** Null: of the whole ward, or in no place of the list. */
  readonly name: string | null;
  /** What is on, by the days of the week. */
  readonly days: readonly (readonly OnADay[])[];
}

/** The lanes on which anything is in the week, by their names; what is of no area, or in no place of the list, last. What uses two places is on the lane of each. */
export function lanesOf(events: readonly CalendarEvent[], week: readonly DateOnly[], by: LaneKind): Lane[] {
  const all = events.map((event) => ({ event, held: heldDays(event.startsAt, event.endsAt) }));
  const names = [...new Set(all.flatMap(({ event }) => namesOf(event, by)))];
  return names
    .map((name) => ({ name, days: week.map((day) => heldOn(all.filter(({ event }) => namesOf(event, by).includes(name)), day)) }))
    .filter(({ days }) => days.some((on) => on.length > 0))
    .sort((one, other) => Number(one.name === null) - Number(other.name === null) || (one.name ?? '').localeCompare(other.name ?? '', 'ja'));
}

function namesOf({ areaName, venues }: CalendarEvent, by: LaneKind): (string | null)[] {
  if (by === 'area') return [areaName];
  return venues.length === 0 ? [null] : venues;
}
