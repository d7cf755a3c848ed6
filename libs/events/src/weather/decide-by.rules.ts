import type { EventEntity } from '../event/event.entity.js';

/** Whoever leads is asked first so long before the hour of decision: by letter, and at home in the App. */
const ASKED_BEFORE_MS = 12 * 60 * 60 * 1000;

/**
 * The hour by which it is to be said whether an event takes place, from half a day before that hour until the event
 * begins, also once the hour is past; null where rain changes nothing, or somebody has decided (`held`).
 */
export function decideBy(event: Pick<EventEntity, 'state' | 'startsAt' | 'rainPolicy' | 'rainDecisionAt'>, held: boolean, now: Date): string | null {
  const { state, startsAt, rainPolicy, rainDecisionAt: hour } = event;
  if (held || state !== 'published' || startsAt === null || hour === null) return null;
  if (rainPolicy === 'go-ahead' || rainPolicy === 'indoors') return null;
  return now < startsAt && now.getTime() >= hour.getTime() - ASKED_BEFORE_MS ? hour.toISOString() : null;
}
