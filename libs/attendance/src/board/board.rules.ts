import type { EventState } from '@yoriai/events';

/** How far the day of an event is: before its beginning, while it goes on, after its end, or it does not take place. */
export type BoardMoment = 'before' | 'now' | 'over' | 'off';

/** What a board speaks of at this moment. */
export function boardMoment(event: { state: EventState; startsAt: Date | null; endsAt: Date | null }, now: Date): BoardMoment {
  if (event.state === 'cancelled') return 'off';
  if (event.startsAt !== null && now < event.startsAt) return 'before';
  return event.endsAt !== null && now >= event.endsAt ? 'over' : 'now';
}

/** Who applied and is not received yet; more may have come than applied. */
export const stillToCome = (expected: number, received: number): number => Math.max(0, expected - received);
