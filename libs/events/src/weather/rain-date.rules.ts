import { addDays, jstDate, type FieldError } from '@yoriai/platform';
import type { RainPolicy } from '../event/event.entity.js';

/** How far an event is put off at most without the ward (days). */
export const LONGEST_DAYS = 92;

/** Where and when an event takes place if it rains (予備日): instants as ISO text; a place of null is the same place. */
export interface RainDate {
  startsAt: string;
  endsAt: string;
  placeName: string | null;
}

/** What of an event its rain date is held against. */
interface Planned {
  startsAt: string | null;
  endsAt: string | null;
  rainDate?: RainDate | null;
}

/** A rain date by as many days later; what is no 雨天順延 any more has none. */
export const movedBy = (rainDate: RainDate, move: (at: string) => string): RainDate => ({ ...rainDate, startsAt: move(rainDate.startsAt), endsAt: move(rainDate.endsAt) });
export const rainDateOf = (policy: RainPolicy | null, rainDate: RainDate | null | undefined): RainDate | null => (policy === 'postponed' ? (rainDate ?? null) : null);

/** What can't be true at once. */
export function wrongInRainDate({ rainDate }: Planned): FieldError[] {
  return rainDate && rainDate.endsAt <= rainDate.startsAt ? [{ field: 'rainDate.endsAt', code: 'event.ends-before-start' }] : [];
}

/** A rain date is on a later day than the event ends, and within the three months in which it may be put off at all. */
export function rainDateTooFar({ startsAt, endsAt, rainDate }: Planned): FieldError[] {
  if (!rainDate || !startsAt || !endsAt) return [];
  const [first, last, day] = [startsAt, endsAt, rainDate.startsAt].map((at) => jstDate(new Date(at))) as [string, string, string];
  return day > last && day <= addDays(first, LONGEST_DAYS) ? [] : [{ field: 'rainDate.startsAt', code: 'event.rain-date-day' }];
}
