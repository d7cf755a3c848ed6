import { getEventListRequests, getListExports, getListRequests, type GetListExportsParams, type ListRequestsOfEvent } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** What waits for a second person of the ward office, and my own that may be taken. */
export const listRequestsQuery = queryOptions({ queryKey: ['list-requests'], queryFn: ({ signal }) => getListRequests({ signal }) });

/** My own requests for lists of an event, and whether I need a second person at all. */
export const listsOfEventQuery = (id: string) => queryOptions<ListRequestsOfEvent>({ queryKey: ['events', id, 'list-requests'], queryFn: ({ signal }) => getEventListRequests(id, { signal }) });

/** What left as a file in a month. */
export const exportsQuery = (search: GetListExportsParams) => queryOptions({ queryKey: ['list-exports', search.month ?? ''], queryFn: ({ signal }) => getListExports(search, { signal }) });
