import { getEventAudience } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** Who is told of a decision about the day, and how. */
export const audienceQuery = ({ id, version }: { readonly id: string; readonly version: number }) =>
  queryOptions({ queryKey: ['event', id, 'audience', version], queryFn: ({ signal }) => getEventAudience(id, { signal }) });
