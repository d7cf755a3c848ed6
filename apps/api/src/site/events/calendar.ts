import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus, type ICalCalendar } from 'ical-generator';
import { dateTime, withoutReadings, reasonIn, type Translate } from '@yoriai/ui';
import { decisionOf, rainKey, weatherOf } from './rain.js';
import type { ShownEvent } from './shown-event.js';

/** Calendars ask again after so many seconds. */
const ASK_AGAIN_S = 60 * 60;

/** One event for people's own calendars, with the number to call that stands on its page. */
export function calendarOf(t: Translate, event: ShownEvent, publicUrl: string): string {
  const calendar = emptyCalendar(t, event.title);
  addEntry(t, calendar, { event, publicUrl, contact: event.contactPhone });
  return calendar.toString();
}

/** Many events for calendars that subscribe to them; names and numbers of people stay on the pages. */
export function calendarFeed(t: Translate, feed: { title: string; url: string; events: readonly ShownEvent[]; publicUrl: string }): string {
  const calendar = emptyCalendar(t, feed.title).ttl(ASK_AGAIN_S).source(feed.url).url(feed.url);
  for (const event of feed.events) addEntry(t, calendar, { event, publicUrl: feed.publicUrl, contact: null });
  return calendar.toString();
}

function emptyCalendar(t: Translate, name: string): ICalCalendar {
  return ical({ name, prodId: { company: 'Yoriai', product: 'Yoriai', language: t.lang === 'en' ? 'EN' : 'JA' }, method: ICalCalendarMethod.PUBLISH });
}

/**
 * RFC 5545: UTC instants (a TZID would need a whole VTIMEZONE), a UID that stays, a SEQUENCE that grows with the
 * approved text and once more when it is called off, as the letters to applicants count it.
 */
function addEntry(t: Translate, calendar: ICalCalendar, { event, publicUrl, contact }: { event: ShownEvent; publicUrl: string; contact: string | null }): void {
  const cancelled = event.state === 'cancelled';
  const changed = changedAt(event);
  calendar.createEvent({
    id: `${event.id}@${new URL(publicUrl).hostname}`,
    sequence: event.revision + (cancelled ? 1 : 0),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PUBLIC,
    stamp: changed,
    lastModified: changed,
    start: new Date(event.startsAt),
    end: new Date(event.endsAt),
    summary: cancelled ? withoutReadings(t('site.feed.cancelled', { title: event.title })) : event.title,
    location: [event.placeName, event.placeAddress].filter(Boolean).join(' '),
    description: [...factsOf(t, event), contact].filter(Boolean).join('\n'),
    categories: event.field === null ? [] : [{ name: withoutReadings(t(`ui.field.${event.field}`)) }],
    url: `${publicUrl}/events/${event.slug}`,
  });
}

/** When the event was last other than before: its text, or that it is called off. */
export function changedAt(event: ShownEvent): Date {
  return new Date(event.banner?.at ?? event.updatedAt);
}

/** What is said of an event where there is room for a few lines: why it is off, what it is, what it costs, what happens in the rain. */
export function factsOf(t: Translate, event: ShownEvent): string[] {
  const rain = rainKey(event);
  const decision = decisionOf(event);
  const lines = [
    event.banner ? t('site.event.cancelled.reason', { reason: reasonIn(t, event.banner.reason) }) : null,
    event.summary,
    event.feeText ? `${t('site.event.facts.fee')}${t('ui.help.colon')}${event.feeText}` : null,
    t.has(rain) ? [t(rain), decision === null ? '' : t('site.event.rain.decide', { when: dateTime(t, decision) })].filter(Boolean).join(t.lang === 'en' ? '. ' : '。') : null,
    ...weatherOf(t, event),
    t('site.event.host', { name: event.organisation.name }),
  ];
  return lines.filter((line) => line !== null).map(withoutReadings);
}
