import type { Actor } from '@yoriai/associations';

/** The desk shows the cases of the whole ward to the ward office only. */
export const maySeeDesk = (actor: Actor): boolean => actor.isStaff();

/** A case is seen by the ward office and by the officers who lead the organisation that handed it in. */
export const maySeeCase = (actor: Actor, organisationId: string): boolean => actor.isStaff() || actor.leads(organisationId);
