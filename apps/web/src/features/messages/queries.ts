import { getEventMessages } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** What the host wrote to the people of an event, and whom a new message would reach. */
export const messagesQuery = (id: string) => queryOptions({ queryKey: ['event', id, 'messages'], queryFn: ({ signal }) => getEventMessages(id, { signal }) });
