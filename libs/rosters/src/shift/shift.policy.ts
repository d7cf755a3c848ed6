import type { Actor } from '@yoriai/associations';
import { leadsEvent, type EventOfHost } from '@yoriai/events';

/**
 * Who sees the shifts of an event beyond the public page: who leads it, with names; ward staff, how
 * full they are. Names of an association's volunteers stay with the association (domain.md §4.7, §4.9 no. 20).
 */
export function shiftsSeenBy(actor: Actor, event: EventOfHost): 'with-names' | 'without-names' | 'not' {
  if (leadsEvent(actor, event)) return 'with-names';
  return actor.isStaff() ? 'without-names' : 'not';
}
