/** So long before the beginning somebody may set out (milliseconds). */
const ON_THE_WAY_MS = 2 * 60 * 60 * 1000;

/**
 * Until when a letter that a day is off may wait for the morning: while nobody who only comes has set out. Whoever helps
 * may be there long before the beginning, so their letter goes at once.
 */
export function waitsUntil(startsAt: Date | null | undefined, assignmentIds: readonly string[]): Date | undefined {
  return startsAt && assignmentIds.length === 0 ? new Date(startsAt.getTime() - ON_THE_WAY_MS) : undefined;
}
