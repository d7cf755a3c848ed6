import type { Actor } from '@yoriai/associations';
import { leadsEvent, type EventOfHost } from '../event/event.policy.js';

/** Applicants' names and contacts (L3) are for those who lead the event, not for the ward office at large. */
export const maySeeApplications = (actor: Actor, event: EventOfHost): boolean => leadsEvent(actor, event);

/** Entering for others, promoting and cancelling: the same people. */
export const mayManageApplications = (actor: Actor, event: EventOfHost): boolean => leadsEvent(actor, event);
