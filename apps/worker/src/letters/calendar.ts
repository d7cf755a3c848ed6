import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, escape, foldLines, formatDate } from 'ical-generator';
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

/** Of so many events what their entries have in common is remembered: a sweep writes to the people of one after the other. */
const REMEMBERED = 100;
/** The lines that are a person's own, in their order. */
const OWN = ['UID:', 'DTSTAMP:', 'DESCRIPTION:'] as const;

type How = 'publish' | 'cancelled';

/**
 * Writes calendar files, each as {@link calendarFile} does, byte for byte: what a person's entry has in common with that of
 * others at the same event is written once, and their own number and the time put in.
 */
export class CalendarFiles {
  private readonly known = new Map<string, readonly string[]>();

  /** One file; see {@link calendarFile}. */
  file(filename: string, entries: readonly CalendarEntry[], how: How): LetterFile {
    const [entry] = entries;
    if (!entry || entries.length > 1 || entry.description === '') return calendarFile(filename, entries, how);
    const own = [`UID:${entry.id}@${entry.host}`, `DTSTAMP:${formatDate(null, entry.stamp)}`, `DESCRIPTION:${escape(entry.description, false)}`].map(folded);
    const [first, ...rest] = this.around(entry, how);
    return { filename, contentType: contentTypeOf(how), content: rest.reduce((text, part, nth) => `${text}${own[nth]}${part}`, first!) };
  }

  /** The text before, between and after the lines that are a person's own. */
  private around(entry: CalendarEntry, how: How): readonly string[] {
    const key = JSON.stringify({ ...entry, how, id: null, stamp: null, description: null });
    const known = this.known.get(key);
    if (known) return known;
    if (this.known.size >= REMEMBERED) this.known.clear();
    const parts = withoutOwn(contentOf([entry], how));
    this.known.set(key, parts);
    return parts;
  }
}

function withoutOwn(content: string): string[] {
  const lines = content.replaceAll('\r\n ', '').split('\r\n');
  const at = OWN.map((name) => lines.findIndex((line) => line.startsWith(name)));
  const parts = [-1, ...at].map((before, nth) => lines.slice(before + 1, at[nth]).map(folded));
  return parts.map((part, nth) => [...(nth > 0 ? [''] : []), ...part, ...(nth < OWN.length ? [''] : [])].join('\r\n'));
}

/** What is short stays as it is; counting the octets of each letter is most of the work. */
function folded(line: string): string {
  return Buffer.byteLength(line) <= 74 ? line : foldLines(line);
}

/**
 * The entries as an .ics file. Times are UTC (…Z), which every calendar reads right; a TZID would need
 * a full VTIMEZONE beside it. `cancelled` takes the entries out of the calendar again.
 */
export function calendarFile(filename: string, entries: readonly CalendarEntry[], how: How): LetterFile {
  return { filename, contentType: contentTypeOf(how), content: contentOf(entries, how) };
}

const methodOf = (how: How): ICalCalendarMethod => (how === 'cancelled' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH);
const contentTypeOf = (how: How): string => `text/calendar; charset=utf-8; method=${methodOf(how)}`;

function contentOf(entries: readonly CalendarEntry[], how: How): string {
  const cancelled = how === 'cancelled';
  const calendar = ical({ prodId: { company: 'Yoriai', product: 'Yoriai', language: 'JA' }, method: methodOf(how) });
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
  return calendar.toString();
}
