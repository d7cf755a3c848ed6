import { getAreas, getParticipation, getParticipationYears, type GetParticipationParams } from '@yoriai/api-client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** Figures of a fiscal year. */
export const participationQuery = (params: GetParticipationParams) =>
  queryOptions({ queryKey: ['participation', params], queryFn: ({ signal }) => getParticipation(params, { signal }), placeholderData: keepPreviousData });

/** Fiscal years with events. */
export const yearsQuery = queryOptions({ queryKey: ['participation', 'years'], queryFn: ({ signal }) => getParticipationYears({ signal }), staleTime: 60_000 });

/** The areas of the ward, in its order. */
export const areasQuery = queryOptions({ queryKey: ['areas'], queryFn: ({ signal }) => getAreas({ signal }), staleTime: Infinity });
