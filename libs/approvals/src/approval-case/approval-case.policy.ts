import type { Actor } from '@yoriai/associations';

/** The desk shows the cases of the whole ward to the ward office only. */
export const maySeeDesk = (actor: Actor): boolean => actor.isStaff();

/** A case is seen by the ward office, by the officers who lead the organisation that handed it in, and by those who lead the council that was asked to look at it. */
export const maySeeCase = (actor: Actor, organisationId: string, councilId: string | null): boolean => actor.isStaff() || actor.leads(organisationId) || (councilId !== null && actor.leads(councilId));
