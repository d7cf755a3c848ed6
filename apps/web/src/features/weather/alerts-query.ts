import { getAlerts } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** What stands now, by those who are asked; every minute, for a screen may stay open all day. */
export const alertsQuery = queryOptions({ queryKey: ['alerts'], queryFn: ({ signal }) => getAlerts({ signal }), refetchInterval: 60_000 });
