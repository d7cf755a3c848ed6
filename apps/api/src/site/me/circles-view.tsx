import type { ReactElement } from 'react';
import type { PublicEventPage } from '@yoriai/events';
import { BackLink, EventList, MoreLink, Pagination, type Translate } from '@yoriai/ui';
import { EventLine } from '../events/event-line.js';

export interface CirclesProps {
  readonly t: Translate;
  readonly circles: PublicEventPage;
  readonly now: Date;
}

/** わたしの団体・地域の行事: the next of what only some are told of, and the way to all of it. */
export function CirclesPart({ t, circles, now }: CirclesProps): ReactElement | null {
  if (circles.total === 0) return null;
  return (
    <section className="sec2" aria-labelledby="circles">
      <h2 id="circles">{t('site.me.circles')}</h2>
      <p className="mb3">{t('site.me.circles.lead')}</p>
      <Lines t={t} circles={circles} now={now} />
      {circles.total > circles.items.length ? (
        <p className="mt3">
          <MoreLink href="/me/events">{t('site.me.circles.all', { count: circles.total })}</MoreLink>
        </p>
      ) : null}
    </section>
  );
}

/** All of it, page by page. */
export function CirclesView({ t, circles, now }: CirclesProps): ReactElement {
  return (
    <>
      <BackLink t={t} href="/me">
        {t('site.me.title')}
      </BackLink>
      <h1>{t('site.me.circles')}</h1>
      <p className="mb5">{t('site.me.circles.lead')}</p>
      {circles.total === 0 ? <p>{t('site.me.circles.none')}</p> : <Lines t={t} circles={circles} now={now} />}
      <Pagination t={t} page={circles.page} pages={Math.max(1, Math.ceil(circles.total / circles.pageSize))} hrefOf={(page) => `/me/events?page=${page}`} />
    </>
  );
}

const ALONE = { wanted: new Map<string, number>(), dates: new Map<string, string[]>() };

function Lines({ t, circles, now }: CirclesProps): ReactElement {
  return (
    <EventList>
      {circles.items.map((event) => (
        <EventLine key={event.id} t={t} event={event} listing={ALONE} now={now} />
      ))}
    </EventList>
  );
}
