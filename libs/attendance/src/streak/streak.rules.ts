/** A date of a series that has begun. */
export interface BegunDate {
  eventId: string;
  startsAt: Date;
  endsAt: Date;
  /** Called off. */
  off: boolean;
}

/** From here on a streak is told: once is no row. */
const LEAST_STREAK = 2;

/**
 * 連続◯回: on how many dates in a row somebody was there, up to now. A date that was called off, or left out and so is none,
 * breaks nothing, nor does one that still goes on; a missed one does.
 */
export function streakOf(dates: readonly BegunDate[], came: ReadonlySet<string>, now: Date): number {
  let streak = 0;
  for (const { eventId, endsAt, off } of [...dates].sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime())) {
    if (came.has(eventId)) streak += 1;
    else if (!off && endsAt <= now) return streak;
  }
  return streak;
}

/** {@link streakOf}; null where it is too short to be told. */
export function toldStreak(dates: readonly BegunDate[], came: readonly string[], now: Date): number | null {
  const streak = streakOf(dates, new Set(came), now);
  return streak < LEAST_STREAK ? null : streak;
}
