import { getMembershipRequests, getMembershipRequestsWaiting } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** Who would like to join what I lead. Reading contacts is logged, so it is not asked again for nothing. */
export const membershipsQuery = queryOptions({ queryKey: ['memberships'], queryFn: ({ signal }) => getMembershipRequests({ signal }), staleTime: 60_000 });

/** Which of them wait for me. */
export const membershipTasksQuery = queryOptions({ queryKey: ['membership-tasks'], queryFn: ({ signal }) => getMembershipRequestsWaiting({ signal }) });
