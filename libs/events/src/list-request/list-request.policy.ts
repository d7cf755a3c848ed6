import type { Actor } from '@yoriai/associations';
import { leadsEvent, type EventOfHost } from '../event/event.policy.js';

/**
 * Whether a second person has to allow a list with names before this actor takes it along as a file: so it is for the ward
 * office, not for associations (domain.md §4.7). Whoever holds a ward role at the host asks one, also with a leader's term beside it.
 */
export function needsSecond(actor: Actor, event: EventOfHost): boolean {
  return leadsEvent(actor, event) && actor.isIn(event.organisationId, 'staff', 'approver');
}

/**
 * Whether this actor takes lists of the event along as a file at all: who leads its host, and the ward office for its own events. A drill
 * leader sees and prints the names of their own drill; the file is for the host's leaders (domain.md §4.7, bulk export).
 */
export function mayTakeAlong(actor: Actor, event: EventOfHost): boolean {
  return actor.leads(event.organisationId) || needsSecond(actor, event);
}
