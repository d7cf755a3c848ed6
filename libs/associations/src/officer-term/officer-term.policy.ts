import type { Actor, Role } from '../actor/actor.js';

/** Roles that only terms in the ward office can carry. */
export const WARD_OFFICE_ROLES: readonly Role[] = ['staff', 'approver', 'privacy-officer', 'admin'];
/** Roles in associations, in falling rank. */
export const ASSOCIATION_ROLES: readonly Role[] = ['leader', 'council-officer', 'drill-leader', 'block-leader', 'member'];

/** Roles that make sense in an organisation of this kind. */
export function rolesOf(kind: string): readonly Role[] {
  if (kind === 'ward-office') return WARD_OFFICE_ROLES;
  if (kind === 'center') return ['center'];
  return ASSOCIATION_ROLES;
}

/**
 * Who may invite whom (domain §4.7): an administrator the ward office; the ward office presidents and
 * community centres; who leads an association its officers, never a president. Nobody hands out a role
 * above their own.
 */
export function mayInvite(
  actor: Actor,
  organisation: { id: string; kind: string },
  role: Role,
): true | 'invitation.role-not-here' | 'invitation.role-not-allowed' {
  if (!rolesOf(organisation.kind).includes(role)) return 'invitation.role-not-here';
  const ward = organisation.kind === 'ward-office' ? actor.isAdmin() : actor.isStaff() || actor.isAdmin();
  const allowed = wardInvites(organisation, role) ? ward : actor.leads(organisation.id);
  return allowed ? true : 'invitation.role-not-allowed';
}

/** Whether an invitation to this role comes from the ward office; every other comes from the organisation itself. */
export function wardInvites(organisation: { kind: string }, role: Role): boolean {
  return organisation.kind === 'ward-office' || role === 'leader' || role === 'center';
}

/** The roles this actor may invite to, in falling rank; empty when none. */
export function invitableRoles(actor: Actor, organisation: { id: string; kind: string }): Role[] {
  return rolesOf(organisation.kind).filter((role) => mayInvite(actor, organisation, role) === true);
}

/**
 * Who may end a term: its holder (stepping down), an administrator any, ward staff any outside the ward
 * office, a president their officers, a council officer the ranks below.
 */
export function mayEndTerm(
  actor: Actor,
  organisation: { id: string; kind: string },
  term: { personId: string; role: Role },
): true | 'officer.may-not-end' {
  if (term.personId === actor.personId || actor.isAdmin()) return true;
  if (organisation.kind === 'ward-office') return 'officer.may-not-end';
  if (actor.isStaff()) return true;
  const below = ASSOCIATION_ROLES.indexOf(term.role);
  const own = Math.min(...ASSOCIATION_ROLES.map((role, rank) => (actor.isIn(organisation.id, role) ? rank : Infinity)));
  return actor.leads(organisation.id) && below > own ? true : 'officer.may-not-end';
}

/** Who may remove the lost devices of somebody: an administrator, and never one's own, so that it takes a second person. */
export function mayResetPasskeys(actor: Actor, personId: string): true | 'access.forbidden' | 'passkey.own' {
  if (!actor.isAdmin()) return 'access.forbidden';
  return personId === actor.personId ? 'passkey.own' : true;
}
