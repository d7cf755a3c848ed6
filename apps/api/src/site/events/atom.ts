import { shortDate, timeRange, withoutReadings, type Translate } from '@yoriai/ui';
import { changedAt, factsOf } from './calendar.js';
import type { ShownEvent } from './shown-event.js';
import { element, escaped } from './xml.js';

/** A list as a feed: its name, its own address, the page of it. */
export interface Feed {
  title: string;
  url: string;
  page: string;
  events: readonly ShownEvent[];
  publicUrl: string;
}

/**
 * News of events for feed readers (Atom, RFC 4287), the latest change first. Written by hand: `feed` rests on xml-js,
 * which nobody keeps any more, and lets letters through that XML forbids.
 */
export function atomFeed(t: Translate, feed: Feed): string {
  const { events, publicUrl } = feed;
  const host = new URL(publicUrl).hostname;
  const latest = latestFirst(events);
  const entries = latest.map((event) => {
    const url = `${publicUrl}/events/${event.slug}`;
    return [
      '<entry>',
      element('id', `tag:${host},2026:events/${event.id}`),
      element('title', headlineOf(t, event)),
      `<link rel="alternate" type="text/html" href="${escaped(url)}"/>`,
      element('updated', changedAt(event).toISOString()),
      `<author>${element('name', event.organisation.name)}</author>`,
      event.field === null ? '' : `<category term="${event.field}" label="${escaped(withoutReadings(t(`ui.field.${event.field}`)))}"/>`,
      element('summary', newsOf(t, event)),
      '</entry>',
    ].join('');
  });
  return [
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${t.lang === 'en' ? 'en' : 'ja'}">`,
    element('id', feed.url),
    element('title', feed.title),
    `<link rel="self" type="application/atom+xml" href="${escaped(feed.url)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(feed.page)}"/>`,
    element('updated', (latest[0] ? changedAt(latest[0]) : new Date(0)).toISOString()),
    `<author>${element('name', t('ui.name'))}</author>`,
    ...entries,
    '</feed>\n',
  ].join('\n');
}

/** What stands below the title in a reader: day and hours, place, what it costs. */
export function newsOf(t: Translate, event: ShownEvent): string {
  return [whenOf(t, event), event.placeName, ...factsOf(t, event)].filter(Boolean).join('\n');
}

/** The title, and that it is off. */
export const headlineOf = (t: Translate, event: ShownEvent): string => (event.state === 'cancelled' ? withoutReadings(t('site.feed.cancelled', { title: event.title })) : event.title);

/** The latest change first. */
export const latestFirst = (events: readonly ShownEvent[]): ShownEvent[] => [...events].sort((a, b) => changedAt(b).getTime() - changedAt(a).getTime());

function whenOf(t: Translate, event: ShownEvent): string {
  return withoutReadings(`${shortDate(t, event.startsAt)} ${timeRange(t, event.startsAt, event.endsAt)}`);
}
