import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { LetterFile } from '@yoriai/notifications';

/** One entry for one person's calendar. It names the place and the host, never another person. */
export interface CalendarEntry {
  /** The application's or the assignment's id: the entry stays the same entry when it changes or is taken back. */
  id: string;
  /** The host name of this service; completes the UID. */
  host: string;
  /** Grows with every revision of the event; a cancellation is one above. */
  sequence: number;
  title: string;
  place: string;
  description: string;
  url: string;
  startsAt: Date;
  endsAt: Date | null;
  /** When this file was made. */
  stamp: Date;
}

/** Without an end the entry lasts two hours, so that it can be seen in a day's view. */
const USUAL_LENGTH_MS = 2 * 60 * 60 * 1000;
const ALARM_BEFORE_S = 2 * 60 * 60;

/**
 * The entries as an .ics file. Times are UTC (…Z), which every calendar reads right; a TZID would need
 * a full VTIMEZONE beside it. `cancelled` takes the entries out of the calendar again.
 */
export function calendarFile(filename: string, entries: readonly CalendarEntry[], how: 'publish' | 'cancelled'): LetterFile {
  const cancelled = how === 'cancelled';
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const calendar = ical({ prodId: { company: 'Yoriai', product: 'Yoriai', language: 'JA' }, method });
  for (const entry of entries) {
    const event = calendar.createEvent({
      id: `${entry.id}@${entry.host}`,
      sequence: cancelled ? entry.sequence + 1 : entry.sequence,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      start: entry.startsAt,
      end: entry.endsAt ?? new Date(entry.startsAt.getTime() + USUAL_LENGTH_MS),
      stamp: entry.stamp,
      summary: entry.title,
      location: entry.place,
      description: entry.description,
      url: entry.url,
    });
    if (!cancelled) event.createAlarm({ type: ICalAlarmType.display, trigger: ALARM_BEFORE_S, description: entry.title });
  }
  return { filename, contentType: `text/calendar; charset=utf-8; method=${method}`, content: calendar.toString() };
}
