import { getSupportedCases } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** What waits, of the hosts that my community centre helps. */
export const supportedCasesQuery = queryOptions({ queryKey: ['desk', 'supported'], queryFn: ({ signal }) => getSupportedCases({ signal }) });
