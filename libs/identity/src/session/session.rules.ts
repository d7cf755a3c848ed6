const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** How long a session may last and how long it may lie unused. */
export interface SessionLimits {
  absoluteMs: number;
  idleMs: number;
}

/** Ward staff see others' data: 8 h at most and 2 h unused, until second factors come (ASVS 7.3). */
export const STAFF_LIMITS: SessionLimits = { absoluteMs: 8 * HOUR_MS, idleMs: 2 * HOUR_MS };

/** Everybody else: 30 days, 14 unused; a volunteer should not have to sign in for every shift. */
export const USUAL_LIMITS: SessionLimits = { absoluteMs: 30 * DAY_MS, idleMs: 14 * DAY_MS };

/** Writing "seen" on every request would make each read a write; five minutes are exact enough for the idle limit. */
export const TOUCH_EVERY_MS = 5 * 60 * 1000;

/** How long the row of a session stays after its end (days): whoever lost a phone may ask which browsers were signed in. */
export const KEPT_DAYS_AFTER_END = 30;

export interface SessionTimes {
  startedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

/** When a session begun now ends at the latest. */
export function expiryOf(startedAt: Date, limits: SessionLimits): Date {
  return new Date(startedAt.getTime() + limits.absoluteMs);
}

/** Whether a session still carries its person, under the limits that hold for them now. */
export function sessionVerdict(session: SessionTimes, limits: SessionLimits, now: Date): 'alive' | 'session.ended' {
  if (session.endedAt !== null || now >= session.expiresAt) return 'session.ended';
  if (now >= expiryOf(session.startedAt, limits)) return 'session.ended';
  return now.getTime() - session.lastSeenAt.getTime() >= limits.idleMs ? 'session.ended' : 'alive';
}

/** True when "seen" is old enough to be written again. */
export function wantsTouch(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= TOUCH_EVERY_MS;
}
