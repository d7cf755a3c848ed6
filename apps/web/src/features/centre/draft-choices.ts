import type { MeAnswer, OrganisationAnswer } from '@yoriai/api-client';
import { hostChoices } from '../events/hosts.js';

/** Organisations somebody can begin a draft for: those they can write an event for, and the associations of the areas of their community centres. */
export function draftChoices(organisations: readonly OrganisationAnswer[], me: Pick<MeAnswer, 'terms' | 'levels'>): OrganisationAnswer[] {
  const hosts = hostChoices(organisations, me);
  return [...hosts, ...helpedBy(organisations, me).filter((each) => !hosts.includes(each))];
}

function helpedBy(organisations: readonly OrganisationAnswer[], { terms }: Pick<MeAnswer, 'terms'>): OrganisationAnswer[] {
  const centres = organisations.filter(({ id }) => terms.some(({ organisationId, role }) => organisationId === id && role === 'center'));
  return organisations.filter((each) => each.status === 'active' && !centres.includes(each) && centres.some(({ areaId }) => areaId !== null && areaId === each.areaId));
}
