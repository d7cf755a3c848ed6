import type { EventDetail, EventFrame } from '@yoriai/api-client';

type Counted = Pick<EventFrame, 'kind' | 'method' | 'outsideTotal' | 'placesTaken'>;

/** Are its places among the event's total? */
export const isCounted = ({ kind, method, outsideTotal }: Omit<Counted, 'placesTaken'>): boolean => kind !== 'volunteer' && method !== 'open' && !outsideTotal;

/** 合計の定員: places of all counted frames together, and how many of them are taken; null where the event has no such total. */
export function totalOf({ totalPlaces, frames }: { readonly totalPlaces?: EventDetail['totalPlaces']; readonly frames: readonly Counted[] }): { places: number; taken: number } | null {
  return totalPlaces ? { places: totalPlaces, taken: frames.filter(isCounted).reduce((sum, { placesTaken }) => sum + placesTaken, 0) } : null;
}

/** What the total leaves for a frame besides its own places. */
export function leftOfTotal(event: Parameters<typeof totalOf>[0], frame: Omit<Counted, 'placesTaken'> | undefined): number {
  const total = totalOf(event);
  return total && frame && isCounted(frame) ? Math.max(0, total.places - total.taken) : Infinity;
}
