import { getApproval, getApprovals, getApprovalsConditions, getApprovalsTurnaround, getDeskFilters, getEventChangeAudience, getFirstCheckRules, getFirstChecks, type GetApprovalsParams } from '@yoriai/api-client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** A page of the approval desk, soonest due first. */
export const deskQuery = (params: GetApprovalsParams) =>
  queryOptions({ queryKey: ['desk', params], queryFn: ({ signal }) => getApprovals(params, { signal }), placeholderData: keepPreviousData });

/** One case with its whole story. */
export const caseQuery = (caseId: string) => queryOptions({ queryKey: ['desk', 'case', caseId], queryFn: ({ signal }) => getApproval(caseId, { signal }) });

/** Conditions that were reported as met, or are late. */
export const conditionsQuery = queryOptions({ queryKey: ['desk', 'conditions'], queryFn: ({ signal }) => getApprovalsConditions({ signal }) });

/** How long decisions take, and what waits too long. */
export const turnaroundQuery = queryOptions({ queryKey: ['desk', 'turnaround'], queryFn: ({ signal }) => getApprovalsTurnaround({ signal }) });

/** Filters of the desk that I keep. */
export const savedFiltersQuery = queryOptions({ queryKey: ['desk', 'saved-filters'], queryFn: ({ signal }) => getDeskFilters({ signal }) });

/** What waits for the councils that I lead. */
export const firstChecksQuery = queryOptions({ queryKey: ['desk', 'first-checks'], queryFn: ({ signal }) => getFirstChecks({ signal }) });

/** The councils of the ward, and which of them look first. */
export const firstCheckRulesQuery = queryOptions({ queryKey: ['first-check-rules'], queryFn: ({ signal }) => getFirstCheckRules({ signal }) });

/** Whom a change is told to once it is approved. Kept under its revision, so that it can still be said when the change is no longer asked for. */
export const changeAudienceQuery = ({ subjectId, revision }: { readonly subjectId: string; readonly revision: number }) =>
  queryOptions({ queryKey: ['change-audience', subjectId, revision], queryFn: ({ signal }) => getEventChangeAudience(subjectId, { signal }) });

/** The same while the change is being written; asked anew with every version of it. */
export const writtenAudienceQuery = ({ id, version }: { readonly id: string; readonly version: number }) =>
  queryOptions({ queryKey: ['change-audience', id, 'written', version], queryFn: ({ signal }) => getEventChangeAudience(id, { signal }) });
