import type { MeAnswer, OrganisationAnswer } from '@yoriai/api-client';

/** Who begins nothing of their own, but a draft for the associations of an area. */
const HELPING = 'center';

const HOSTING: ReadonlySet<string> = new Set(['leader', 'council-officer', 'drill-leader', 'staff', 'approver']);

/**
 * Organisations somebody can write an event for: those they hold a hosting office in, first; for the
 * ward office then all others, because it also writes for those who can't.
 */
export function hostChoices(organisations: readonly OrganisationAnswer[], me: Pick<MeAnswer, 'terms' | 'levels'>): OrganisationAnswer[] {
  const own = new Set(me.terms.filter((term) => HOSTING.has(term.role)).map((term) => term.organisationId));
  const mine = organisations.filter((each) => own.has(each.id));
  const others = me.levels.includes('staff') ? organisations.filter((each) => !own.has(each.id) && each.status === 'active') : [];
  return [...mine, ...others];
}

/** Whether a new event is offered at all: of one's own, or to help with. A block leader enters applications and begins nothing. */
export function mayBegin({ terms, levels }: Pick<MeAnswer, 'terms' | 'levels'>): boolean {
  return levels.includes('staff') || terms.some(({ role }) => role === HELPING || HOSTING.has(role));
}
