import type { CreateEventRequest, EventDetail } from '@yoriai/api-client';
import { addDays, dayDifference, fiscalYearOf, jstOf, type DateOnly } from '../../app/jst.js';
import { contentFrom, type EventContent } from './content.js';
import { lastDay } from './repeats.js';

const DAY_MS = 24 * 60 * 60_000;

/** 0 is Sunday. */
const weekdayOf = (day: DateOnly): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The same weekday in the same month of another year, counted from the month's begin as people plan: the second Sunday of November. Where there is no fifth, the last. */
function sameWeekdayIn(year: number, of: DateOnly): DateOnly {
  const first = `${String(year)}-${of.slice(5, 7)}-01`;
  const nth = Math.ceil(Number(of.slice(8)) / 7);
  const earliest = addDays(first, ((weekdayOf(of) - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
  return earliest.slice(0, 7) === first.slice(0, 7) ? earliest : addDays(earliest, -7);
}

/** The day on which an event of that day would be held again: in a later year, and after today. */
export function againOn(day: DateOnly, today: DateOnly): DateOnly {
  let year = Number(day.slice(0, 4)) + 1;
  while (sameWeekdayIn(year, day) <= today) year += 1;
  return sameWeekdayIn(year, day);
}

/** The last day of a series that begins on another day: as long after it as before, or, where it went to the end of its fiscal year, to the end of the new one; never later than the ward decides about at once. */
function untilOn(until: DateOnly, was: DateOnly, day: DateOnly): DateOnly {
  const moved = until.endsWith('-03-31') ? `${String(Number(until.slice(0, 4)) + fiscalYearOf(day) - fiscalYearOf(was))}-03-31` : addDays(until, dayDifference(was, day));
  return moved < lastDay(day) ? moved : lastDay(day);
}

/** What was written about an event, on another day: everything that hangs on the day goes along, each by as many days. */
export function contentOn(event: EventDetail, day: DateOnly): EventContent {
  const content = contentFrom({ ...event });
  const was = event.startsAt === null ? day : jstOf(event.startsAt).date;
  const days = dayDifference(was, day);
  const moved = (at: string | null): string | null => at && new Date(Date.parse(at) + days * DAY_MS).toISOString();
  return {
    ...content,
    startsAt: moved(content.startsAt),
    endsAt: moved(content.endsAt),
    rainDecisionAt: moved(content.rainDecisionAt),
    // Which day is kept for rain is settled anew each year.
    rainDate: null,
    repeats: content.repeats && { ...content.repeats, until: untilOn(content.repeats.until, was, day) },
    frames: content.frames.map((frame) => ({ ...frame, opensAt: moved(frame.opensAt), closesAt: moved(frame.closesAt), answersBy: frame.answersBy && addDays(frame.answersBy, days) })),
    duties: content.duties.map((duty) => ({ ...duty, startsAt: moved(duty.startsAt), endsAt: moved(duty.endsAt) })),
  };
}

/** The day by which shops and groups would ask for a place again; null where none were asked. */
export function stallsUntil({ stalls, startsAt }: EventDetail, day: DateOnly): DateOnly | null {
  if (stalls === null) return null;
  return startsAt === null ? stalls.closesOn : addDays(stalls.closesOn, dayDifference(jstOf(startsAt).date, day));
}

/** A new event with this content; its frames and duties are new ones. */
export function requestOf(organisationId: string, { frames, duties, ...texts }: EventContent): CreateEventRequest {
  return {
    ...texts,
    organisationId,
    frames: frames.map(({ id: _id, ...frame }) => frame),
    duties: duties.map(({ key: _key, ...duty }) => duty),
  };
}
