import type { Actor } from '@yoriai/associations';
import type { CaseStatus } from './approval-case.entity.js';

/** The desk shows the cases of the whole ward to the ward office only. */
export const maySeeDesk = (actor: Actor): boolean => actor.isStaff();

/** A case is seen by the ward office, by the officers who lead the organisation that handed it in, and by those who lead the council that was asked to look at it. */
export const maySeeCase = (actor: Actor, organisationId: string, councilId: string | null): boolean => actor.isStaff() || actor.leads(organisationId) || (councilId !== null && actor.leads(councilId));

/** The community centre of the actor that supports this host, by its area; null where none does. One without an area supports none. */
export function centreFor(actor: Actor, host: { id: string; areaId: string | null }): string | null {
  if (host.areaId === null) return null;
  return actor.grants.find(({ role, areaId, organisationId }) => role === 'center' && areaId === host.areaId && organisationId !== host.id)?.organisationId ?? null;
}

/** Whether a community centre sees it: until it is decided on for the first time. What stands is its host's. */
export const isSupported = ({ status, approvedRevision }: { status: CaseStatus; approvedRevision: number | null }): boolean => approvedRevision === null && status !== 'approved' && status !== 'rejected';
