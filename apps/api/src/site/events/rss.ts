import { withoutReadings, type Translate } from '@yoriai/ui';
import { headlineOf, latestFirst, newsOf, type Feed } from './atom.js';
import { changedAt } from './calendar.js';
import { element, escaped } from './xml.js';

/** The same news for readers that know RSS 2.0 alone, the latest change first; by hand for the reasons of {@link atomFeed}. */
export function rssFeed(t: Translate, feed: Feed): string {
  const { events, publicUrl } = feed;
  const host = new URL(publicUrl).hostname;
  const latest = latestFirst(events);
  const items = latest.map((event) =>
    [
      '<item>',
      element('title', headlineOf(t, event)),
      element('link', `${publicUrl}/events/${event.slug}`),
      `<guid isPermaLink="false">${escaped(`tag:${host},2026:events/${event.id}`)}</guid>`,
      element('pubDate', changedAt(event).toUTCString()),
      element('dc:creator', event.organisation.name),
      event.field === null ? '' : element('category', withoutReadings(t(`ui.field.${event.field}`))),
      element('description', newsOf(t, event)),
      '</item>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>',
    element('title', feed.title),
    element('link', feed.page),
    element('description', withoutReadings(t('site.feed.text'))),
    element('language', t.lang === 'en' ? 'en' : 'ja'),
    element('lastBuildDate', (latest[0] ? changedAt(latest[0]) : new Date(0)).toUTCString()),
    `<atom:link rel="self" type="application/rss+xml" href="${escaped(feed.url)}"/>`,
    ...items,
    '</channel></rss>\n',
  ].join('\n');
}
