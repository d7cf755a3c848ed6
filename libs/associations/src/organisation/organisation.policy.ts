import type { Actor } from '../actor/actor.js';

export interface OrganisationFacts {
  id: string;
  areaId: string | null;
  kind: string;
}

/**
 * Who may see an organisation and its list of officers (domain §4.9-20): the ward office all, an officer
 * their own, a community centre those of its area. Everybody else: as if it did not exist (404).
 */
export function maySeeOrganisation(actor: Actor, organisation: OrganisationFacts): boolean {
  if (actor.isStaff() || actor.isAdmin()) return true;
  if (actor.isIn(organisation.id)) return true;
  return organisation.areaId !== null && actor.grants.some((grant) => grant.role === 'center' && grant.areaId === organisation.areaId);
}

/** The handover paper of an organisation: its own officers and nobody else; not its members, its centre nor the ward office, which hands nothing of it over. */
export function mayHandOver(actor: Actor, organisation: Pick<OrganisationFacts, 'id'>): true | 'handover.not-yours' {
  return actor.isIn(organisation.id, 'leader', 'council-officer', 'drill-leader', 'block-leader') ? true : 'handover.not-yours';
}

/** Phone numbers and addresses of officers: only who works with them, and every read is logged. */
export function maySeeContacts(actor: Actor, organisation: OrganisationFacts): boolean {
  return actor.isStaff() || actor.isAdmin() || actor.leads(organisation.id);
}
