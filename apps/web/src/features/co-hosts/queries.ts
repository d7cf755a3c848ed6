import { getCoHosts, getEventCoHosts } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** Who holds an event together with its host, and who was asked. */
export const coHostsQuery = (eventId: string) => queryOptions({ queryKey: ['event', eventId, 'co-hosts'], queryFn: ({ signal }) => getEventCoHosts(eventId, { signal }) });

/** What my associations are asked to hold together. */
export const coHostingsQuery = queryOptions({ queryKey: ['co-hostings'], queryFn: ({ signal }) => getCoHosts({ signal }) });
