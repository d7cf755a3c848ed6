import type { EventFrame } from '@yoriai/api-client';

type Asking = Pick<EventFrame, 'asks'>;

/** Adults that the host states for so many who come to each frame; null where it states none. */
function adultsFor<Frame extends Asking>(frames: readonly Frame[], headsOf: (frame: Frame) => number): number | null {
  const stated = frames.filter(({ asks }) => asks.perAdult !== null);
  return stated.length === 0 ? null : stated.reduce((sum, frame) => sum + Math.ceil(headsOf(frame) / frame.asks.perAdult!), 0);
}

/** For those who have a place now. */
export const adultsNeeded = (frames: readonly (Asking & Pick<EventFrame, 'placesTaken'>)[]): number | null => adultsFor(frames, ({ placesTaken }) => placesTaken);

/** For all the places there are. */
export const adultsWhenFull = (frames: readonly (Asking & Pick<EventFrame, 'capacity'>)[]): number | null => adultsFor(frames, ({ capacity }) => capacity ?? 0);
