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

/** What it takes besides to know whether somebody helps with it. */
export interface EventInArea extends EventOfHost {
  /** Of its host; null: the whole ward. */
  areaId: string | null;
  state: EventState;
}

/** While it can be written at. */
const WRITABLE: ReadonlySet<EventState> = new Set(['draft', 'returned']);
/** While those see it who help with it: before the ward has decided. */
export const UNDECIDED: ReadonlySet<EventState> = new Set(['draft', 'submitted', 'returned']);

/** What of an organisation's events somebody sees: for lists, the same as {@link maySee}. */
export interface Sees {
  organisationIds: string[];
  /** What hosts of these areas have not been decided on yet. */
  helpedAreas: string[];
  staff: boolean;
  personId: string;
}

export function seesOf(actor: Actor): Sees {
  return { organisationIds: organisationsOf(actor), helpedAreas: helpedAreasOf(actor), staff: actor.isStaff(), personId: actor.personId };
}

/** The areas whose associations the actor's community centre (まちづくりセンター) helps. One without an area helps none: nobody said whom. */
export function helpedAreasOf(actor: Actor): string[] {
  return [...new Set(actor.grants.flatMap(({ role, areaId }) => (role === 'center' && areaId !== null ? [areaId] : [])))];
}

/** The community centre for which the actor helps this host; null where none does, or the actor leads the event. */
export function helpFor(actor: Actor, event: EventOfHost & { areaId: string | null }): string | null {
  if (event.areaId === null || leadsEvent(actor, event)) return null;
  const grant = actor.grants.find(({ role, areaId, organisationId }) => role === 'center' && areaId === event.areaId && organisationId !== event.organisationId);
  return grant?.organisationId ?? null;
}

/**
 * Writes at what is not handed in: its hosts, and the community centre of their area, which helps with drafts (domain.md §4.7,
 * docs/adr/0074). Whoever writes alone does not hand in.
 */
export function mayWrite(actor: Actor, event: EventInArea): boolean {
  return mayHost(actor, event) || (WRITABLE.has(event.state) && helpFor(actor, event) !== null);
}

/** Sees all of what is not decided on yet, because their community centre helps with it. */
export function helpsWith(actor: Actor, event: EventInArea): boolean {
  return UNDECIDED.has(event.state) && helpFor(actor, event) !== null;
}

/**
 * Hosts hand in events and answer for them: who leads the organisation, a drill leader for drills, and the ward
 * office in everybody's place (domain.md §4.7). They write them too: {@link mayWrite}.
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
export function doerOf(actor: Actor | null, event: EventInArea, councilId: string | null = null): DoerFacts {
  if (!actor) return { personId: null, isLeader: false, isWriter: false, isHost: false, isStaff: false, isApprover: false, isCouncil: false };
  const { personId } = actor;
  return { personId, isLeader: leadsEvent(actor, event), isWriter: mayWrite(actor, event), isHost: mayHost(actor, event), isStaff: actor.isStaff(), isApprover: actor.isApprover(), isCouncil: councilId !== null && actor.leads(councilId) };
}

/**
 * Sees the event at all? Its officers always, the ward office from submission on (and its own drafts),
 * who leads the council that has it to look at too (`councilId`), the community centre of the host's area until it is decided on, everybody once it was public and is not for
 * invited people alone. Everyone else gets 404.
 */
export function maySee(
  actor: Actor | null,
  event: EventInArea & { publicRevision: number | null; visibility: Visibility | null; createdBy: string },
  councilId: string | null = null,
): boolean {
  if (event.publicRevision !== null && event.visibility === null) return true;
  if (!actor) return false;
  if (organisationsOf(actor).includes(event.organisationId)) return true;
  if (helpsWith(actor, event)) return true;
  if (councilId !== null && event.state !== 'draft' && actor.leads(councilId)) return true;
  return actor.isStaff() && (event.state !== 'draft' || event.createdBy === actor.personId);
}

/** Sees what is not public about it (history, report, who wrote it)? Its officers and the ward office. */
export function maySeeInside(actor: Actor, event: EventOfHost): boolean {
  return organisationsOf(actor).includes(event.organisationId) || actor.isStaff();
}
