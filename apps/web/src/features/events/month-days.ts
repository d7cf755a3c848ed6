import type { EventLine } from '@yoriai/api-client';
import { heldDays, heldDayWords, heldOn, timeOfDay, type HeldDays, type Spoken } from '@yoriai/ui';
import { weeksOf } from '../calendar/weeks.js';

/** An event that has a day, on one of its days. */
export interface LineOnADay {
  readonly event: EventLine & { readonly startsAt: string };
  readonly held: HeldDays;
}

/** The days of a month on which something is, in their order, with what is: those that begin first before the others. An event without an end is of its first day. */
export function linesByDay(month: string, items: readonly EventLine[]): ReadonlyMap<string, readonly LineOnADay[]> {
  const dated = items.flatMap((event) => (event.startsAt === null ? [] : [{ ...event, startsAt: event.startsAt }]));
  const all = dated.sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt)).map((event) => ({ event, held: heldDays(event.startsAt, event.endsAt ?? event.startsAt) }));
  const days = weeksOf(month)
    .flat()
    .filter((day) => day.startsWith(month));
  return new Map(days.map((day) => [day, heldOn(all, day)] as const).filter(([, on]) => on.length > 0));
}

/** What stands before an event in one of its days: when it begins, and of several days which of them it is. */
export function whenOnDay(t: Spoken, { event, held }: LineOnADay, day: string): string {
  return [held.first === day ? timeOfDay(t, event.startsAt) : null, heldDayWords(t, held, day)].filter(Boolean).join(' ');
}
