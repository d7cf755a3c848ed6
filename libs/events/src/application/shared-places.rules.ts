import type { Counters } from './application.rules.js';

/** The places that several frames of an event have together (合計の定員, docs/adr/0055). */
export interface Together {
  places: number;
  taken: number;
}

/** The same, as one of these frames sees it. */
export interface Shared extends Together {
  eventId: string;
  /** The last place of all their queues: whoever joins one of them comes after everybody who waits in any. */
  lastOrder: number;
  /** In another of these frames somebody waits for a place of all of them, for their own frame has room. */
  waitedFor: boolean;
}

/** Places that nobody has of the frame alone, whatever it shares. */
export const roomIn = ({ capacity, placesTaken }: Pick<Counters, 'capacity' | 'placesTaken'>): number => (capacity === null ? Infinity : capacity - placesTaken);

/** Does somebody in this frame's queue wait only because the places of all frames are taken? Who does not fit their own frame waits for that, and keeps no place of the others. */
export const waitsForShared = ({ waiting, least, ...frame }: Counters): boolean => waiting > 0 && typeof least === 'number' && least <= roomIn(frame);

/** The counters of frames that were just read: of each event, what its frames share. */
export function seenByEach(frames: Map<string, Counters>): void {
  const events = new Map([...frames.values()].flatMap((each): [string, Counters][] => (each.shared ? [[each.shared.eventId, each]] : [])));
  for (const one of events.values()) seenByAll(frames, one);
}

/** The counters of all frames after those of one have changed: what it shares, the others see as well. */
export function seenByAll(frames: Map<string, Counters>, { shared }: Counters): void {
  if (!shared) return;
  const together = [...frames].filter(([, each]) => each.shared?.eventId === shared.eventId);
  for (const [id, each] of together) {
    const waitedFor = together.some(([other, counters]) => other !== id && waitsForShared(counters));
    frames.set(id, { ...each, shared: { ...shared, waitedFor } });
  }
}
