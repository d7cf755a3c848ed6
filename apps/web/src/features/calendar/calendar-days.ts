import type { CalendarClash, CalendarEvent, WardCalendar } from '@yoriai/api-client';
import { firstShared, heldDays, heldDayWords, heldOn, timeOfDay, type HeldDays, type Spoken } from '@yoriai/ui';
import { weeksOf } from './weeks.js';

/** An event on one of its days. */
export interface OnADay {
  readonly event: CalendarEvent;
  readonly held: HeldDays;
}

/** The days of the month on which something is, in their order, with what is: an event on each of its days, those that begin first. */
export function daysWithEvents({ month, events }: Pick<WardCalendar, 'month' | 'events'>): ReadonlyMap<string, readonly OnADay[]> {
  const all = events.map((event) => ({ event, held: heldDays(event.startsAt, event.endsAt) }));
  const days = weeksOf(month)
    .flat()
    .filter((day) => day.startsWith(month));
  return new Map(days.map((day) => [day, heldOn(all, day)] as const).filter(([, on]) => on.length > 0));
}

/** Whether an event needs its dates said, as no single day is the only one. */
export function isOfSeveralDays({ startsAt, endsAt }: CalendarEvent): boolean {
  const { first, last } = heldDays(startsAt, endsAt);
  return first !== last;
}

/** What stands before an event in one of its days: when it begins, 10時; on the first of several until when, too; then which of them it is, 2日目. */
export function whenOn(t: Spoken, { event, held }: OnADay, day: string): string {
  const begins = held.first === day ? timeOfDay(t, event.startsAt) : null;
  return [begins, heldDayWords(t, held, day)].filter(Boolean).join(' ');
}

/** Nobody said yet whether it may take place. */
export const isUndecided = ({ state }: Pick<CalendarEvent, 'state'>): boolean => state === 'submitted';

/** The events that another one may be in the way of. */
export function inAClash({ clashes }: Pick<WardCalendar, 'clashes'>): ReadonlySet<string> {
  return new Set(clashes.flatMap(({ one, other }) => [one, other]));
}

/** What clashes on one day. */
export interface ClashDay {
  readonly day: string;
  readonly clashes: readonly { readonly kind: CalendarClash['kind']; readonly both: readonly CalendarEvent[] }[];
}

/** The clashes under the first day of the month that both have in common, each pair and each day once, the soonest first. */
export function clashDays({ month, clashes, events }: Pick<WardCalendar, 'month' | 'clashes' | 'events'>): ClashDay[] {
  const known = new Map(events.map((each) => [each.id, each]));
  const found = clashes.flatMap(({ kind, one, other }) => {
    const [first, second] = [known.get(one), known.get(other)];
    return first && second ? [{ day: sharedDay(month, first, second), kind, both: [first, second] }] : [];
  });
  return [...new Set(found.map(({ day }) => day))].sort().map((day) => ({ day, clashes: found.filter((each) => each.day === day) }));
}

function sharedDay(month: string, one: CalendarEvent, other: CalendarEvent): string {
  const day = firstShared(heldDays(one.startsAt, one.endsAt), heldDays(other.startsAt, other.endsAt));
  // Both go on from the month before.
  return day < `${month}-01` ? `${month}-01` : day;
}
