import type { AlertsOfSource } from '@yoriai/api-client';

/** Something of the gravest kind (level 5, a tsunami warning) began after it was said that the event takes place: that is to be said anew. */
export function isHeldBefore(heldAt: string, readings: readonly Pick<AlertsOfSource, 'alerts'>[]): boolean {
  const gravest = readings.flatMap(({ alerts }) => alerts ?? []).filter(({ kind, level }) => level === 5 || (kind === 'tsunami' && level >= 4));
  return gravest.some(({ since }) => since === undefined || new Date(since) > new Date(heldAt));
}
