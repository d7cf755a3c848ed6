import { getEventContest } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** The contest of an event, for its own screen and the row of the event. */
export const contestQuery = (eventId: string) => queryOptions({ queryKey: ['event', eventId, 'contest'], queryFn: ({ signal }) => getEventContest(eventId, { signal }) });
