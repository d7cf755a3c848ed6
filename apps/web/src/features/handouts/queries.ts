import { getEventHandouts } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** What an event hands out. */
export const handoutsQuery = (eventId: string) => queryOptions({ queryKey: ['event', eventId, 'handouts'], queryFn: ({ signal }) => getEventHandouts(eventId, { signal }) });
