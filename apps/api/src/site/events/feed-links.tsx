import type { ReactElement } from 'react';
import { MoreLink, type Translate } from '@yoriai/ui';
import { feedPath, type ListingQuery } from './listing-query.js';

/** The ways to be told by a list from now on, in the language of the page: its calendar, which `webcal:` makes programs ask for again and again (a file is read once), its news, and a table of it. Files for programs are folded: to most people their names say nothing. */
export function FeedLinks({ t, query, publicUrl }: { readonly t: Translate; readonly query: ListingQuery; readonly publicUrl: string }): ReactElement {
  // Nothing new comes to what is over: only its table is of use.
  if (query.past) {
    return (
      <p className="sec2 mt5">
        <MoreLink href={feedPath(query, 'csv')}>{t('site.feed.table')}</MoreLink>
      </p>
    );
  }
  return (
    <section className="sec2 mt5" aria-labelledby="feeds">
      <h2 id="feeds" className="fs-18">
        {t('site.feed.title')}
      </h2>
      <p className="sub">{t('site.feed.text')}</p>
      <p className="mt3">
        <MoreLink href={`${publicUrl.replace(/^https?:/, 'webcal:')}${feedPath(query, 'ics', t.lang)}`}>{t('site.feed.calendar')}</MoreLink>
      </p>
      <p className="sub">{t('site.feed.calendar.how')}</p>
      <details className="dt mt3">
        <summary>{t('site.feed.more')}</summary>
        <p>
          <MoreLink href={feedPath(query, 'ics', t.lang)}>{t('site.feed.file')}</MoreLink>
        </p>
        <p>
          <MoreLink href={feedPath(query, 'atom', t.lang)}>{t('site.feed.news')}</MoreLink>
        </p>
        <p>
          <MoreLink href={feedPath(query, 'rss', t.lang)}>{t('site.feed.rss')}</MoreLink>
        </p>
        <p>
          <MoreLink href={feedPath(query, 'csv')}>{t('site.feed.table')}</MoreLink>
        </p>
      </details>
    </section>
  );
}

/** The same for programs, in the head of the page. */
export function feedHead(t: Translate, query: ListingQuery): ReactElement {
  return (
    <>
      <link rel="alternate" type="text/calendar" href={feedPath(query, 'ics', t.lang)} title={t('site.feed.calendar')} />
      <link rel="alternate" type="application/atom+xml" href={feedPath(query, 'atom', t.lang)} title={t('site.feed.news')} />
      <link rel="alternate" type="application/rss+xml" href={feedPath(query, 'rss', t.lang)} title={t('site.feed.rss')} />
      <link rel="alternate" type="text/csv" href={feedPath(query, 'csv')} title={t('site.feed.table')} />
    </>
  );
}
