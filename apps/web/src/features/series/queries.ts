import { getEventPlannedDates, getSchoolClosures, getSeries, getSeriesStreaks, type SeriesDetail } from '@yoriai/api-client';
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';

/** A series with its dates. */
export const seriesQuery = (id: string) => queryOptions({ queryKey: ['series', id], queryFn: ({ signal }) => getSeries(id, { signal }) });

/** Who comes again and again, for those who lead the series. */
export const streaksQuery = (id: string) => queryOptions({ queryKey: ['series', id, 'streaks'], queryFn: ({ signal }) => getSeriesStreaks(id, { signal }) });

/** The dates that an event is going to have as a series; asked anew with every version of it. */
export const plannedDatesQuery = ({ id, version }: { readonly id: string; readonly version: number }) =>
  queryOptions({ queryKey: ['event', id, 'planned-dates', version], queryFn: ({ signal }) => getEventPlannedDates(id, { signal }), placeholderData: keepPreviousData });

/** The times without school. */
export const closuresQuery = queryOptions({ queryKey: ['school-closures'], queryFn: ({ signal }) => getSchoolClosures({ signal }) });

/** Puts a series that came back from an act where the screens read it; its dates are events. */
export function useSeriesChanged(): (series: SeriesDetail) => Promise<void> {
  const client = useQueryClient();
  return async (series) => {
    client.setQueryData(seriesQuery(series.id).queryKey, series);
    await client.invalidateQueries({ queryKey: ['events'] });
  };
}
