import type { Actor } from '@yoriai/associations';
import { leadsEvent, type EventOfHost } from '../event/event.policy.js';

/** Applicants' names and contacts (L3) are for those who lead the event, not for the ward office at large. */
export const maySeeApplications = (actor: Actor, event: EventOfHost): boolean => leadsEvent(actor, event);

/** Promoting, changing and cancelling for others: the same people. Who may enter for others: `mayEnterApplications`. */
export const mayManageApplications = (actor: Actor, event: EventOfHost): boolean => leadsEvent(actor, event);
