import { getWardDecisions } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** What the ward office decided last about events that my associations hold. */
export const wardDecisionsQuery = queryOptions({ queryKey: ['ward-decisions'], queryFn: ({ signal }) => getWardDecisions({ signal }) });
