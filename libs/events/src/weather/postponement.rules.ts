import { addDays, jstDate, type DateOnly } from '@yoriai/platform';
import { alongWithTheDay } from '../event/event-day.rules.js';
import type { RainPolicy } from '../event/event.entity.js';
import type { ProgrammeItem } from '../programme/programme.rules.js';
import type { EventSnapshot, SnapshotFrame } from '../revision/snapshot.js';
import { LONGEST_DAYS } from './rain-date.rules.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

/** What a verdict about another day needs to know. */
export interface PostponeFacts {
  now: Date;
  startsAt: Date | null;
  rainPolicy: RainPolicy | null;
  isStaff: boolean;
  /** A rule, and nobody, approved what stands. */
  byRule: boolean;
}

/** `true`, or the refusal code that says why not. */
export type PostponeVerdict = true | 'event.postpone-begun' | 'event.postpone-day' | 'event.postpone-not-approved';

/**
 * May an event be put off to this day without asking the ward? Only before it begins, to a later day within three months;
 * by its host where 雨天順延 was approved or a rule had approved it; by the ward office, whose yes it is, always.
 */
export function postponeVerdict(day: DateOnly, { now, startsAt, rainPolicy, isStaff, byRule }: PostponeFacts): PostponeVerdict {
  if (!startsAt || startsAt <= now) return 'event.postpone-begun';
  const stands = jstDate(startsAt);
  if (day <= stands || day > addDays(stands, LONGEST_DAYS)) return 'event.postpone-day';
  return putOffVerdict(true, { rainPolicy, isStaff, byRule });
}

/** By whom it is put off, on whatever day: by who may (`may`) and has the ward's yes to it. */
export function putOffVerdict<T>(may: T | true, { rainPolicy, isStaff, byRule }: Pick<PostponeFacts, 'rainPolicy' | 'isStaff' | 'byRule'>): T | true | 'event.postpone-not-approved' {
  if (may !== true) return may;
  return isStaff || byRule || rainPolicy === 'postponed' ? true : 'event.postpone-not-approved';
}

/** Days from the day in Japan of an instant to another day. */
export function daysTo(from: string, day: DateOnly): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${jstDate(new Date(from))}T00:00:00Z`)) / DAY_MS);
}

/**
 * How the event reads on the new day: hours, duties, closings and the hour of decision go along; what is drawn already
 * stays closed. On the day that was announced for rain it has the hours and the place that were announced.
 */
export function postponed(before: EventSnapshot, day: DateOnly, now: Date, { open, drawn }: { open: ReadonlySet<string>; drawn: ReadonlySet<string> }): EventSnapshot {
  const stands = before.startsAt;
  if (!stands) throw new Error('An event without a day is not put off');
  const days = daysTo(stands, day);
  const moved = (at: string): string => new Date(Date.parse(at) + days * DAY_MS).toISOString();
  const announced = before.rainDate && jstDate(new Date(before.rainDate.startsAt)) === day ? before.rainDate : null;
  const request = announced ? { startsAt: announced.startsAt, endsAt: announced.endsAt } : { startsAt: moved(stands), ...(before.endsAt ? { endsAt: moved(before.endsAt) } : {}) };
  const along = alongWithTheDay(before, request, { now, open }) as Partial<EventSnapshot>;
  const closings = new Map(before.frames.map((frame) => [frame.id, frame]));
  const frames = (along.frames ?? before.frames).map((frame): SnapshotFrame => (drawn.has(frame.id) ? { ...frame, ...pick(closings.get(frame.id)) } : frame));
  const { startsAt, endsAt = before.endsAt } = request;
  const later = Date.parse(startsAt) - Date.parse(moved(stands));
  return { ...before, ...along, ...laterThatDay(along.duties ?? [], before.programme, later), ...(announced?.placeName ? { placeName: announced.placeName, placeAddress: null, accessText: null } : {}), startsAt, endsAt, rainDate: null, frames };
}

/** Duties and programme by as many milliseconds later as the event begins later than by the clock of its old day. */
function laterThatDay(duties: EventSnapshot['duties'], programme: EventSnapshot['programme'], later: number): Partial<EventSnapshot> {
  if (later === 0) return { duties };
  const after = (at: string | null): string | null => at && new Date(Date.parse(at) + later).toISOString();
  const items = programme?.map((item): ProgrammeItem => ({ ...item, start: hourLater(item.start, later), end: hourLater(item.end, later) }));
  return { duties: duties.map((duty) => ({ ...duty, startsAt: after(duty.startsAt), endsAt: after(duty.endsAt) })), ...(items ? { programme: items } : {}) };
}

/** An hour of the clock, later (or earlier); not beyond its day. */
function hourLater(hour: string | null, later: number): string | null {
  if (hour === null) return null;
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  const at = Math.min(Math.max(hours * 60 + minutes + later / MINUTE_MS, 0), 24 * 60 - 1);
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function pick(frame: SnapshotFrame | undefined): Partial<SnapshotFrame> {
  return frame ? { opensAt: frame.opensAt, closesAt: frame.closesAt } : {};
}
