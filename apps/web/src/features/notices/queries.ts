import { getNotices } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** The ward office's notices, the newest first. */
export const noticesQuery = queryOptions({ queryKey: ['notices'], queryFn: ({ signal }) => getNotices({ signal }) });
