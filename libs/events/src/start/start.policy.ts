import type { Actor, OrganisationSummary } from '@yoriai/associations';
import type { StartRequestEntity } from './start.entity.js';

/** Which requests somebody sees. */
export interface StartSight {
  /** The ward office sees all, and so does a centre of the whole ward. */
  all: boolean;
  /** Those of the associations they lead. */
  organisations: string[];
  /** Those for a place in these areas: the community centre's, and those of the council or federation they lead. */
  areas: string[];
}

/** What `led` are: the organisations of {@link ledBy}. */
export function sightOf(actor: Actor, led: readonly Pick<OrganisationSummary, 'id' | 'kind' | 'areaId'>[]): StartSight {
  const around = led.filter(({ kind }) => kind === 'council' || kind === 'federation').map(({ areaId }) => areaId);
  const supported = actor.grants.filter(({ role }) => role === 'center').map(({ areaId }) => areaId);
  return { all: actor.isStaff() || supported.includes(null), organisations: led.map(({ id }) => id), areas: [...new Set([...around, ...supported].filter((id) => id !== null))] };
}

/** Whether this one is among them. */
export function seesRequest({ all, organisations, areas }: StartSight, { organisationId, areaId }: Pick<StartRequestEntity, 'organisationId' | 'areaId'>): boolean {
  return all || (organisationId !== null && organisations.includes(organisationId)) || (areaId !== null && areas.includes(areaId));
}

/** The organisations of which somebody is president, organiser or council officer. */
export function ledBy(actor: Actor): string[] {
  return [...new Set(actor.grants.filter(({ organisationId }) => actor.leads(organisationId)).map(({ organisationId }) => organisationId))];
}

/** Who asks, how to reach them and what they wrote: for the ward office and the association itself (L3, domain.md §4.8). */
export function seesContact(actor: Actor, { organisationId }: Pick<StartRequestEntity, 'organisationId'>): boolean {
  return actor.isStaff() || asks(actor, organisationId);
}

/** It is their own association that asks. */
export function asks(actor: Actor, organisationId: string | null): boolean {
  return organisationId !== null && actor.leads(organisationId);
}
