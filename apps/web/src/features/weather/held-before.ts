import type { AlertsOfSource } from '@yoriai/api-client';

/** A danger of the gravest kind, as the server tells them, began after it was said that the event takes place: that is to be said anew. */
export function isHeldBefore(heldAt: string, readings: readonly Pick<AlertsOfSource, 'alerts'>[]): boolean {
  return readings.some(({ alerts }) => alerts?.some(({ gravestSince }) => gravestSince !== undefined && new Date(gravestSince) > new Date(heldAt)));
}
