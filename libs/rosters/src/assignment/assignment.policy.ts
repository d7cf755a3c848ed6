import type { Actor } from '@yoriai/associations';
import { leadsEvent, type EventOfHost } from '@yoriai/events';

/** As whom somebody may end an assignment: their own, or as the host of the event. Null: they don't see it. */
export function endsAs(actor: Actor, assignment: { personId: string }, event: EventOfHost): 'volunteer' | 'host' | null {
  if (assignment.personId === actor.personId) return 'volunteer';
  return leadsEvent(actor, event) ? 'host' : null;
}
