import ical, { ICalCalendarMethod } from 'ical-generator';
import type { ShownEvent } from './shown-event.js';

/** One event for people's own calendars (RFC 5545): UTC instants, a UID that stays, a SEQUENCE that grows with the approved text. */
export function calendarOf(event: ShownEvent, publicUrl: string): string {
  const calendar = ical({ name: event.title, prodId: { company: 'Yoriai', product: 'Yoriai', language: 'JA' }, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `${event.id}@${new URL(publicUrl).hostname}`,
    sequence: event.revision,
    stamp: new Date(event.updatedAt),
    start: new Date(event.startsAt),
    end: new Date(event.endsAt),
    summary: event.title,
    location: [event.placeName, event.placeAddress].filter(Boolean).join(' '),
    description: [event.summary, event.contactPhone].filter(Boolean).join('\n'),
    url: `${publicUrl}/events/${event.slug}`,
  });
  return calendar.toString();
}
