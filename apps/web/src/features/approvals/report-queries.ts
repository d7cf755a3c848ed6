import { getEventReports, type GetEventReportsParams } from '@yoriai/api-client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** A page of the reports that wait, soonest due first, and how many there are of each kind. */
export const reportsQuery = (params: GetEventReportsParams) =>
  queryOptions({ queryKey: ['desk', 'reports', params], queryFn: ({ signal }) => getEventReports(params, { signal }), placeholderData: keepPreviousData });
