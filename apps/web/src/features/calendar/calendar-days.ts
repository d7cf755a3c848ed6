import type { CalendarClash, CalendarEvent, WardCalendar } from '@yoriai/api-client';
import { jstOf } from '../../app/jst.js';

const dayOf = ({ startsAt }: CalendarEvent): string => jstOf(startsAt).date;

/** The days of the month on which something is, in their order, with what is. */
export function daysWithEvents(events: readonly CalendarEvent[]): ReadonlyMap<string, readonly CalendarEvent[]> {
  const days = new Map<string, CalendarEvent[]>();
  for (const event of events) days.set(dayOf(event), [...(days.get(dayOf(event)) ?? []), event]);
  return days;
}

/** The events that another one may be in the way of. */
export function inAClash({ clashes }: Pick<WardCalendar, 'clashes'>): ReadonlySet<string> {
  return new Set(clashes.flatMap(({ one, other }) => [one, other]));
}

/** What clashes on one day. */
export interface ClashDay {
  readonly day: string;
  readonly clashes: readonly { readonly kind: CalendarClash['kind']; readonly both: readonly CalendarEvent[] }[];
}

/** The clashes under their days, each day once, the soonest first. */
export function clashDays({ clashes, events }: Pick<WardCalendar, 'clashes' | 'events'>): ClashDay[] {
  const known = new Map(events.map((each) => [each.id, each]));
  const found = clashes.flatMap(({ kind, one, other }) => {
    const both = [known.get(one), known.get(other)].filter((each) => each !== undefined);
    return both[0] ? [{ day: dayOf(both[0]), kind, both }] : [];
  });
  return [...new Set(found.map(({ day }) => day))].sort().map((day) => ({ day, clashes: found.filter((each) => each.day === day) }));
}
