import type { ReactElement } from 'react';
import { translator, withoutReadings } from '@yoriai/ui';
import { hoursOf, isGratis } from '@yoriai/events';
import { jstDate, jstTime } from '@yoriai/platform';
import { prefectureAndCity, streetHere, type Municipality } from '../../open-data/address.js';
import type { ShownEvent } from './shown-event.js';
import { placesOf, standingOf } from './standing.js';

const JAPANESE = translator('ja');

/** What an event's page says to programs: its one address, a preview for messengers, and the event for search engines. */
export function eventHead(event: ShownEvent, config: Municipality & { publicUrl: string }, now: Date): ReactElement {
  const url = `${config.publicUrl}/events/${event.slug}`;
  return (
    <>
      <link rel="canonical" href={url} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={event.title} />
      <meta property="og:description" content={event.summary ?? event.placeName} />
      <meta property="og:url" content={url} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: asScript(linkedData(event, { url, municipality: config, now })) }} />
    </>
  );
}

/** JSON that ends no element, whatever a host wrote. A block of data, which the content policy does not run. */
function asScript(data: unknown): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

/** `2026-11-29T10:00:00+09:00` */
function inJapan(instant: string): string {
  const at = new Date(instant);
  return `${jstDate(at)}T${jstTime(at)}:00+09:00`;
}

/** The event as https://schema.org/Event; names and numbers of people stay on the page. */
export function linkedData(event: ShownEvent, { url, municipality, now }: { url: string; municipality: Municipality; now: Date }): Record<string, unknown> {
  const { capacity, free } = placesOf(event.frames);
  const standing = standingOf(event, now);
  const gratis = isGratis(event.feeText);
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': url,
    url,
    name: event.title,
    ...(event.summary ? { description: event.summary } : {}),
    startDate: inJapan(event.startsAt),
    endDate: inJapan(event.endsAt),
    eventStatus: `https://schema.org/${event.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${ATTENDANCE[event.attendanceMode ?? 'in-person']}`,
    location: locationOf(event, { url, municipality }),
    organizer: { '@type': 'Organization', name: event.organisation.name },
    ...(event.audience === null ? {} : { audience: { '@type': 'Audience', audienceType: withoutReadings(JAPANESE(`events.audience.${event.audience}`)) } }),
    ...(event.videoUrl === null ? {} : { subjectOf: { '@type': 'VideoObject', name: event.title, url: event.videoUrl } }),
    ...subEvents(event),
    inLanguage: 'ja',
    isAccessibleForFree: gratis,
    ...(capacity > 0 ? { maximumAttendeeCapacity: capacity, remainingAttendeeCapacity: free } : {}),
    ...(gratis ? { offers: { '@type': 'Offer', price: 0, priceCurrency: 'JPY', url, availability: `https://schema.org/${['open', 'anyone'].includes(standing) ? 'InStock' : 'SoldOut'}` } } : {}),
  };
}

const ATTENDANCE = { 'in-person': 'OfflineEventAttendanceMode', online: 'OnlineEventAttendanceMode', both: 'MixedEventAttendanceMode' } as const;

/** The place, its page as the place of what is online, or both. */
function locationOf({ attendanceMode, placeName, placeAddress }: ShownEvent, { url, municipality }: { url: string; municipality: Municipality }): unknown {
  const place = { '@type': 'Place', name: placeName, address: addressOf(placeAddress, municipality) };
  const online = { '@type': 'VirtualLocation', url };
  return attendanceMode === 'online' ? online : attendanceMode === 'both' ? [place, online] : place;
}

/** What has its hours within the event; who performs stays on the page. */
function subEvents({ programme, startsAt }: ShownEvent): Record<string, unknown> {
  const items = programme.flatMap((item) => {
    const hours = hoursOf(item, startsAt);
    if (hours === null) return [];
    return [{ '@type': 'Event', name: item.title, startDate: inJapan(hours.startsAt), ...(hours.endsAt === null ? {} : { endDate: inJapan(hours.endsAt) }), ...(item.place === null ? {} : { location: { '@type': 'Place', name: item.place } }) }];
  });
  return items.length === 0 ? {} : { subEvent: items };
}

/** In the ward in its parts; elsewhere as it was written, and no place of ours is named with it. */
function addressOf(written: string | null, municipality: Municipality): Record<string, string> {
  const whole = { '@type': 'PostalAddress', addressCountry: 'JP' };
  const street = streetHere(written ?? '', municipality);
  if (street === null) return { ...whole, streetAddress: written ?? '' };
  const { prefecture, city } = prefectureAndCity(municipality);
  return { ...whole, ...(prefecture ? { addressRegion: prefecture } : {}), addressLocality: city + municipality.wardName, ...(street ? { streetAddress: street } : {}) };
}
