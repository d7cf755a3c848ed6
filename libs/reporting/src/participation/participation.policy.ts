import type { Actor } from '@yoriai/associations';

/** Whose events somebody sees figures of: the ward office all, who leads organisations theirs, nobody else any. */
export type ParticipationScope = 'ward' | { organisationIds: string[] } | null;

export function participationSeenBy(actor: Actor): ParticipationScope {
  if (actor.isStaff()) return 'ward';
  const led = actor.grants.map((grant) => grant.organisationId).filter((id) => actor.leads(id));
  return led.length > 0 ? { organisationIds: [...new Set(led)] } : null;
}
