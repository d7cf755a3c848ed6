import { getMeEvents } from '@yoriai/api-client';
import { dateAndRange, MoreLink, TaskList } from '@yoriai/ui';
import { queryOptions, type UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { withCircle } from './circle-badge.js';
import { eventTitle } from './event-title.js';

/** What only the people of my associations, or of my area, are told of, and others run. */
export const circlesQuery = queryOptions({ queryKey: ['circles'], queryFn: ({ signal }) => getMeEvents({ scope: 'others' }, { signal }) });

type Circles = Awaited<ReturnType<typeof getMeEvents>>;

/** So many of them stand at home. */
const MOST = 3;

/** The next of what other associations show me; what is ours to run is above, with its own page here. */
export function CircleEvents({ of }: { readonly of: UseQueryResult<Circles> }): ReactElement | null {
  const theirs = of.data?.items ?? [];
  if (theirs.length === 0) return null;
  return (
    <section aria-labelledby="home-circles">
      <h2 id="home-circles" className="mb3">
        {t('app.home.circles')}
      </h2>
      <TaskList
        tasks={theirs.slice(0, MOST).map((event) => ({
          id: event.id,
          href: `/events/${event.slug}`,
          title: eventTitle(event),
          line: withCircle(event, `${dateAndRange(t, event.startsAt, event.endsAt)}　${event.organisation.name}`),
          field: event.field ?? 'fukushi',
        }))}
      />
      {theirs.length > MOST ? (
        <p className="mt3">
          <MoreLink href="/me/events">{t('app.home.circles.all')}</MoreLink>
        </p>
      ) : null}
    </section>
  );
}
