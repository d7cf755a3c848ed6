import { addDays, jstDate, type DateOnly } from '@yoriai/platform';
import type { Division } from '../contest/contest.rules.js';

/** By how many days an event that is held again is another day, in Japan; 0 where one of both has no day. */
export function daysBetween(before: Date | null, after: Date | null): number {
  if (before === null || after === null) return 0;
  return Math.round((Date.parse(jstDate(after)) - Date.parse(jstDate(before))) / (24 * 3600 * 1000));
}

/** The days of a call for stalls, as much later as the event is. */
export function callDaysBy<Call extends { opensOn: DateOnly | null; closesOn: DateOnly | null }>(call: Call, days: number): Call {
  return { ...call, opensOn: call.opensOn && addDays(call.opensOn, days), closesOn: call.closesOn && addDays(call.closesOn, days) };
}

/** The divisions on the frames of the new event: the frame at the same place in the list. A division whose frame did not go along is left behind. */
export function divisionsOn(divisions: readonly Division[], before: readonly { id: string }[], after: readonly { id: string }[]): Division[] {
  const places = new Map(before.map(({ id }, place) => [id, after[place]?.id]));
  return divisions.flatMap((division) => {
    const frameId = places.get(division.frameId);
    return frameId === undefined ? [] : [{ ...division, frameId }];
  });
}
