import { getApproval, getApprovals, getEventChangeAudience, type GetApprovalsParams } from '@yoriai/api-client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** A page of the approval desk, soonest due first. */
export const deskQuery = (params: GetApprovalsParams) =>
  queryOptions({ queryKey: ['desk', params], queryFn: ({ signal }) => getApprovals(params, { signal }), placeholderData: keepPreviousData });

/** One case with its whole story. */
export const caseQuery = (caseId: string) => queryOptions({ queryKey: ['desk', 'case', caseId], queryFn: ({ signal }) => getApproval(caseId, { signal }) });

/** Whom a change is told to once it is approved. Kept under its revision, so that it can still be said when the change is no longer asked for. */
export const changeAudienceQuery = ({ subjectId, revision }: { readonly subjectId: string; readonly revision: number }) =>
  queryOptions({ queryKey: ['change-audience', subjectId, revision], queryFn: ({ signal }) => getEventChangeAudience(subjectId, { signal }) });
