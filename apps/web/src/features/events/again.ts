import type { CreateEventRequest, EventDetail, EventLine } from '@yoriai/api-client';
import { addDays, dayDifference, fiscalYearOf, jstOf, type DateOnly } from '../../app/jst.js';
import { contentFrom, type EventContent } from './content.js';
import { lastDay, weekdayOf } from './repeats.js';

type Repeats = NonNullable<EventContent['repeats']>;

const DAY_MS = 24 * 60 * 60_000;
/** The last day of a fiscal year. */
const YEAR_ENDS = '-03-31';

/** The same weekday in the same month of another year, counted from the month's begin as people plan: the second Sunday of November. Where there is no fifth, the last. */
function sameWeekdayIn(year: number, of: DateOnly): DateOnly {
  const first = `${String(year)}-${of.slice(5, 7)}-01`;
  const nth = Math.ceil(Number(of.slice(8)) / 7);
  const earliest = addDays(first, ((weekdayOf(of) - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
  return earliest.slice(0, 7) === first.slice(0, 7) ? earliest : addDays(earliest, -7);
}

/** Most series come again within a year, however seldom they go. */
const DAYS_LOOKED = 400;
/** A Monday: weeks of a series begin on it. */
const A_MONDAY = '2020-01-06';
const weekOf = (day: DateOnly): number => Math.floor(dayDifference(A_MONDAY, day) / 7);
const monthOf = (day: DateOnly): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Whether a series counted from one of its days goes by another one too, however long it goes on. */
function goesBy(repeats: Repeats, counted: DateOnly, day: DateOnly): boolean {
  if (!repeats.weekdays.includes(weekdayOf(day))) return false;
  if (repeats.every === 'week') return (weekOf(day) - weekOf(counted)) % repeats.interval === 0;
  const isLast = addDays(day, 7).slice(5, 7) !== day.slice(5, 7);
  return (monthOf(day) - monthOf(counted)) % repeats.interval === 0 && (repeats.nth.includes(Math.ceil(Number(day.slice(8)) / 7)) || (isLast && repeats.nth.includes(-1)));
}

/** The last day of a series that goes on right after it: it went to the end of a fiscal year. Null for all others. */
export const goesOnAfter = (repeats: EventContent['repeats']): DateOnly | null => (repeats?.until.endsWith(YEAR_ENDS) ? repeats.until : null);

/**
 * The day on which an event is held again. What goes on to the end of a fiscal year, as the ward decides about most series, goes
 * on right after it: by its own rule, after that and after today. All others, a series of a summer too, come a year later.
 */
export function firstAgain(day: DateOnly, repeats: EventContent['repeats'], today: DateOnly): DateOnly {
  if (!repeats || goesOnAfter(repeats) === null) return againOn(day, today);
  const after = addDays(repeats.until > today ? repeats.until : today, 1);
  const days = Array.from({ length: DAYS_LOOKED }, (_, ahead) => addDays(after, ahead));
  return days.find((each) => goesBy(repeats, day, each)) ?? againOn(day, today);
}

/** The day of an event that is asked for anew, since it was not approved: its own, as long as that is still to come. */
export const firstAnew = (day: DateOnly, repeats: EventContent['repeats'], today: DateOnly): DateOnly => (day > today ? day : firstAgain(day, repeats, today));

/** Of what the host has on a day: what is called the same and is not called off. */
export function sameThere(event: Pick<EventDetail, 'id' | 'title' | 'organisation'>, thatDay: readonly EventLine[]): EventLine[] {
  return thatDay.filter((each) => each.id !== event.id && each.organisation.id === event.organisation.id && each.title?.trim() === event.title?.trim() && each.state !== 'cancelled' && each.state !== 'rejected');
}

/** The day on which an event of that day would be held again: in a later year, and after today. */
export function againOn(day: DateOnly, today: DateOnly): DateOnly {
  let year = Number(day.slice(0, 4)) + 1;
  while (sameWeekdayIn(year, day) <= today) year += 1;
  return sameWeekdayIn(year, day);
}

/** The last day of a series that begins on another day: as long after it as before, or, where it went to the end of its fiscal year, to the end of the new one; never later than the ward decides about at once. */
function untilOn(until: DateOnly, was: DateOnly, day: DateOnly): DateOnly {
  const moved = until.endsWith(YEAR_ENDS) ? `${String(Number(until.slice(0, 4)) + fiscalYearOf(day) - fiscalYearOf(was))}${YEAR_ENDS}` : addDays(until, dayDifference(was, day));
  return moved < lastDay(day) ? moved : lastDay(day);
}

/** What was written about an event, on another day: everything that hangs on the day goes along, each by as many days. A closing or an hour that would be past by then (`now`) is asked for anew: nobody could apply. */
export function contentOn(event: EventDetail, day: DateOnly, now: Date): EventContent {
  const content = contentFrom({ ...event });
  const was = event.startsAt === null ? day : jstOf(event.startsAt).date;
  const days = dayDifference(was, day);
  const moved = (at: string | null): string | null => at && new Date(Date.parse(at) + days * DAY_MS).toISOString();
  const ahead = (at: string | null): string | null => {
    const then = moved(at);
    return then !== null && Date.parse(then) > now.getTime() ? then : null;
  };
  const dayAhead = (at: DateOnly | null): DateOnly | null => (at !== null && addDays(at, days) >= jstOf(now.toISOString()).date ? addDays(at, days) : null);
  return {
    ...content,
    startsAt: moved(content.startsAt),
    endsAt: moved(content.endsAt),
    rainDecisionAt: ahead(content.rainDecisionAt),
    // Which day is kept for rain is settled anew each year; on the same days it stands.
    rainDate: days === 0 ? content.rainDate : null,
    repeats: content.repeats && { ...content.repeats, until: untilOn(content.repeats.until, was, day) },
    frames: content.frames.map((frame) => ({ ...frame, opensAt: moved(frame.opensAt), closesAt: ahead(frame.closesAt), answersBy: dayAhead(frame.answersBy) })),
    duties: content.duties.map((duty) => ({ ...duty, startsAt: moved(duty.startsAt), endsAt: moved(duty.endsAt) })),
  };
}

/** The day by which shops and groups would ask for a place again; null where none were asked. */
export function stallsUntil({ stalls, startsAt }: EventDetail, day: DateOnly): DateOnly | null {
  if (stalls === null || stalls.closesOn === null) return null;
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
