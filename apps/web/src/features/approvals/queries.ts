import { getApproval, getApprovals, type GetApprovalsParams } from '@yoriai/api-client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** A page of the approval desk, soonest due first. */
export const deskQuery = (params: GetApprovalsParams) =>
  queryOptions({ queryKey: ['desk', params], queryFn: ({ signal }) => getApprovals(params, { signal }), placeholderData: keepPreviousData });

/** One case with its whole story. */
export const caseQuery = (caseId: string) => queryOptions({ queryKey: ['desk', 'case', caseId], queryFn: ({ signal }) => getApproval(caseId, { signal }) });
