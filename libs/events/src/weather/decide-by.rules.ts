import type { EventEntity } from '../event/event.entity.js';

/** Whoever leads is asked first so long before the hour of decision: by letter, and at home in the App. */
const ASKED_BEFORE_MS = 12 * 60 * 60 * 1000;

/**
 * The hour by which it is to be said whether an event takes place, from half a day before that hour until the event
 * begins, also once the hour is past; null where rain changes nothing, or somebody has decided (`held`). While something of the
 * gravest kind stands (`inDanger`) it is to be said of every event of the next half day, by its beginning; what was said before that began is no decision (`held` is false then).
 */
export function decideBy(event: Pick<EventEntity, 'state' | 'startsAt' | 'rainPolicy' | 'rainDecisionAt'>, { held, inDanger }: { held: boolean; inDanger: boolean }, now: Date): string | null {
  const { state, startsAt, rainPolicy, rainDecisionAt: hour } = event;
  if (held || state !== 'published' || startsAt === null || now >= startsAt) return null;
  const isAsked = (at: Date): boolean => now.getTime() >= at.getTime() - ASKED_BEFORE_MS;
  const byRain = hour !== null && rainPolicy !== 'go-ahead' && rainPolicy !== 'indoors' && isAsked(hour);
  if (byRain) return hour.toISOString();
  return inDanger && isAsked(startsAt) ? startsAt.toISOString() : null;
}
