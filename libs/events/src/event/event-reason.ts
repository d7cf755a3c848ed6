import type { EventReason } from './event.dto.js';
import type { EventEntity } from './event.entity.js';
import type { EventTransitionEntity } from './event-transition.entity.js';

/** Why it was called or put off is for everybody; why something was returned or rejected is for those who work on it. */
export function reasonOf(event: EventEntity, last: EventTransitionEntity | null, inside: boolean): EventReason | null {
  if (!last?.reason || !reasonStands(event, last) || !(inside || last.verb === 'cancel' || last.verb === 'postpone')) return null;
  return { verb: last.verb, reason: last.reason, at: last.at.toISOString() };
}

/** Whether what it says is still so: the event stands where it led to, and a change that was sent back is still to be put right. */
export function reasonStands(event: Pick<EventEntity, 'state' | 'changeState'>, last: Pick<EventTransitionEntity, 'verb' | 'toState'>): boolean {
  const ofChange = event.state === 'approved' || event.state === 'published';
  return last.toState === event.state && (!ofChange || last.verb !== 'return' || event.changeState === 'returned');
}
