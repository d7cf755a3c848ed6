import { getEventBeside, getWardCalendar } from '@yoriai/api-client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** A month of the whole ward. */
export const wardCalendarQuery = (month: string) =>
  queryOptions({ queryKey: ['ward-calendar', month], queryFn: ({ signal }) => getWardCalendar({ month }, { signal }), placeholderData: keepPreviousData });

/** What else is on the day of an event. */
export const besideQuery = (eventId: string) => queryOptions({ queryKey: ['event', eventId, 'beside'], queryFn: ({ signal }) => getEventBeside(eventId, { signal }) });
