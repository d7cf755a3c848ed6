import type { Actor } from '@yoriai/associations';
import type { Visibility } from '../invitation/invited-address.rules.js';
import type { DoerFacts, EventState } from './event.rules.js';

/** What a policy looks at. */
export interface EventOfHost {
  organisationId: string;
  category: string | null;
}

/** Roles that work on an organisation's events before they are public. Plain membership is not among them. */
const OFFICER_ROLES: ReadonlySet<string> = new Set([
  'leader',
  'council-officer',
  'drill-leader',
  'block-leader',
  'center',
  'staff',
  'approver',
]);

/** The organisations whose unfinished events the actor sees. */
export function organisationsOf(actor: Actor): string[] {
  return [...new Set(actor.grants.filter((grant) => OFFICER_ROLES.has(grant.role)).map((grant) => grant.organisationId))];
}

/**
 * Hosts write and hand in events: who leads the organisation, a drill leader for drills, and the ward
 * office in everybody's place (domain.md §4.7).
 */
export function mayHost(actor: Actor, event: EventOfHost): boolean {
  return leadsEvent(actor, event) || actor.isStaff();
}

/**
 * Leads the event: knows its applicants by name. Ward staff do so for events of the ward office only
 * (their terms there make them its leaders), never for an association's.
 */
export function leadsEvent(actor: Actor, event: EventOfHost): boolean {
  if (actor.leads(event.organisationId)) return true;
  return actor.grants.some(
    (grant) =>
      grant.organisationId === event.organisationId &&
      ((grant.role === 'drill-leader' && event.category === 'drill') || grant.role === 'staff' || grant.role === 'approver'),
  );
}

/**
 * Enters an application for somebody who telephoned, came by or wrote: who leads the event, a block leader of its host for the
 * people of their block, and the ward office's counter for every event (domain.md §4.7). Counter and block leader learn of what
 * they enter alone, not who else has applied.
 */
export function mayEnterApplications(actor: Actor, event: EventOfHost): boolean {
  return leadsEvent(actor, event) || actor.grants.some(({ role, organisationId }) => role === 'staff' || (role === 'block-leader' && organisationId === event.organisationId));
}

/** What the lifecycle table needs to know about somebody; `null` is the clock. `councilId`: the council that was asked to look at what is handed in. */
export function doerOf(actor: Actor | null, event: EventOfHost, councilId: string | null = null): DoerFacts {
  if (!actor) return { personId: null, isLeader: false, isHost: false, isStaff: false, isApprover: false, isCouncil: false };
  const { personId } = actor;
  return { personId, isLeader: leadsEvent(actor, event), isHost: mayHost(actor, event), isStaff: actor.isStaff(), isApprover: actor.isApprover(), isCouncil: councilId !== null && actor.leads(councilId) };
}

/**
 * Sees the event at all? Its officers always, the ward office from submission on (and its own drafts),
 * who leads the council that has it to look at too (`councilId`), everybody once it was public and is not for
 * invited people alone. Everyone else gets 404.
 */
export function maySee(
  actor: Actor | null,
  event: EventOfHost & { state: EventState; publicRevision: number | null; visibility: Visibility | null; createdBy: string },
  councilId: string | null = null,
): boolean {
  if (event.publicRevision !== null && event.visibility === null) return true;
  if (!actor) return false;
  if (organisationsOf(actor).includes(event.organisationId)) return true;
  if (councilId !== null && event.state !== 'draft' && actor.leads(councilId)) return true;
  return actor.isStaff() && (event.state !== 'draft' || event.createdBy === actor.personId);
}

/** Sees what is not public about it (history, report, who wrote it)? Its officers and the ward office. */
export function maySeeInside(actor: Actor, event: EventOfHost): boolean {
  return organisationsOf(actor).includes(event.organisationId) || actor.isStaff();
}
