import type { FrameKind, FrameMethod } from './frame.entity.js';

/** A frame as far as it decides how many may come. */
interface Counting {
  kind: FrameKind;
  method: FrameMethod;
  outsideTotal?: boolean | undefined;
}

/** Are the places of this frame among the event's total (合計の定員)? Where nobody is counted out, and of shifts, there are none to count. */
export const isCounted = ({ kind, method, outsideTotal }: Counting): boolean => kind !== 'volunteer' && method !== 'open' && outsideTotal !== true;

/** How many may come over all these frames, never more of the counted ones than the total; Infinity where one of them takes everybody. */
export function headsInAll(frames: readonly (Counting & { capacity: number | null })[], total: number | null | undefined): number {
  const sum = (some: readonly { capacity: number | null }[]): number => some.reduce((heads, { capacity }) => heads + (capacity ?? Infinity), 0);
  return Math.min(sum(frames.filter(isCounted)), total ?? Infinity) + sum(frames.filter((frame) => !isCounted(frame)));
}
