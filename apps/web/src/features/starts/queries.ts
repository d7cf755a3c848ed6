import { getStartRequests, getStartRequestsWaiting } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** Who would like to begin something, as far as I may see it. Reading contacts is logged, so it is not asked again for nothing. */
export const startsQuery = queryOptions({ queryKey: ['starts'], queryFn: ({ signal }) => getStartRequests({ signal }), staleTime: 60_000 });

/** What of it waits for me. */
export const startTasksQuery = queryOptions({ queryKey: ['start-tasks'], queryFn: ({ signal }) => getStartRequestsWaiting({ signal }) });
