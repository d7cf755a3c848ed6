import {
  getCalls,
  getEvent,
  getEventApplications,
  getEventClashes,
  getEventCallSheet,
  getEventDeliveries,
  getEventHistory,
  getEventInvitation,
  getEventLinkUses,
  getEventReception,
  getEvents,
  getEventShifts,
  getShiftsHands,
  getVenues,
  type EventDetail,
  type GetEventsParams,
} from '@yoriai/api-client';
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** A page of events. */
export const eventsQuery = (params: GetEventsParams) =>
  queryOptions({ queryKey: ['events', params], queryFn: ({ signal }) => getEvents(params, { signal }), placeholderData: keepPreviousData });

/** One event as those who work on it see it. */
export const eventQuery = (id: string) => queryOptions({ queryKey: ['event', id], queryFn: ({ signal }) => getEvent(id, { signal }) });

/** The link for invited people, of an event that is for them alone. */
export const invitationQuery = (id: string) => queryOptions({ queryKey: ['event', id, 'invitation'], queryFn: ({ signal }) => getEventInvitation(id, { signal }) });

/** How often the code on its papers was followed. */
export const linkUsesQuery = (id: string) => queryOptions({ queryKey: ['event', id, 'link-uses'], queryFn: ({ signal }) => getEventLinkUses(id, { signal }) });

/** The ward's list of places. */
export const venuesQuery = queryOptions({ queryKey: ['venues'], queryFn: ({ signal }) => getVenues({ signal }) });

/** What else is where it wants to be; asked anew with every version of it. */
export const clashesQuery = ({ id, version }: { readonly id: string; readonly version: number }) =>
  queryOptions({ queryKey: ['event', id, 'clashes', version], queryFn: ({ signal }) => getEventClashes(id, { signal }), placeholderData: keepPreviousData });

/** Who did what and why. */
export const historyQuery = (id: string) => queryOptions({ queryKey: ['event', id, 'history'], queryFn: ({ signal }) => getEventHistory(id, { signal }) });

/** Who applied, with those who wait. */
export const applicationsQuery = (id: string) =>
  queryOptions({ queryKey: ['event', id, 'applications'], queryFn: ({ signal }) => getEventApplications(id, { signal }) });

/** The duties with who is on them. */
export const shiftsQuery = (id: string) => queryOptions({ queryKey: ['event', id, 'shifts'], queryFn: ({ signal }) => getEventShifts(id, { signal }) });

/** How many hands each of my published events has. */
export const handsQuery = queryOptions({ queryKey: ['hands'], queryFn: ({ signal }) => getShiftsHands({ signal }) });

/** My events ahead of which people are still to be telephoned. */
export const callsQuery = queryOptions({ queryKey: ['calls'], queryFn: ({ signal }) => getCalls({ signal }) });

/** The letters of an event. */
export const deliveriesQuery = (id: string) =>
  queryOptions({ queryKey: ['event', id, 'deliveries'], queryFn: ({ signal }) => getEventDeliveries(id, undefined, { signal }) });

/** Who has to be telephoned. */
export const callSheetQuery = (id: string) =>
  queryOptions({ queryKey: ['event', id, 'call-sheet'], queryFn: ({ signal }) => getEventCallSheet(id, { signal }) });

/** The list at the door; another phone may tick people too, so it is asked for again and again. */
export const receptionQuery = (id: string) =>
  queryOptions({ queryKey: ['event', id, 'reception'], queryFn: ({ signal }) => getEventReception(id, { signal }), refetchInterval: 15_000 });

/** Puts an event that came back from an act where the screens read it, and has everything around it asked for again. */
export function useEventChanged(): (event: EventDetail) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (event) => {
      client.setQueryData(eventQuery(event.id).queryKey, event);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['events'] }),
        client.invalidateQueries({ queryKey: ['desk'] }),
        client.invalidateQueries({ queryKey: handsQuery.queryKey }),
        client.invalidateQueries({ queryKey: callsQuery.queryKey }),
        client.invalidateQueries({ queryKey: ['event', event.id], predicate: ({ queryKey }) => queryKey.length > 2 }),
      ]);
    },
    [client],
  );
}
