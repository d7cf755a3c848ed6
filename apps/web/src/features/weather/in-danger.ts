import type { EventLine } from '@yoriai/api-client';

/** So far ahead an event is named (milliseconds). */
const AHEAD_MS = 48 * 60 * 60_000;
const MOST = 3;

/** The events that a danger of this moment meets, the next one first: published, not over, within two days, and mine to decide on. */
export function eventsInDanger(events: readonly EventLine[], now: Date): EventLine[] {
  const meets = ({ state, startsAt, endsAt, can }: EventLine): boolean =>
    state === 'published' && can.cancel === true && startsAt !== null && Date.parse(startsAt) - now.getTime() <= AHEAD_MS && Date.parse(endsAt ?? startsAt) > now.getTime();
  return events.filter(meets).sort((a, b) => Date.parse(a.startsAt ?? '') - Date.parse(b.startsAt ?? '')).slice(0, MOST);
}
