import { addDays, jstDate, type DateOnly } from '@yoriai/platform';
import { alongWithTheDay } from '../event/event-day.rules.js';
import type { RainPolicy } from '../event/event.entity.js';
import type { EventSnapshot, SnapshotFrame } from '../revision/snapshot.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How far an event is put off at most without the ward (days). */
const LONGEST_DAYS = 92;

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
  return isStaff || byRule || rainPolicy === 'postponed' ? true : 'event.postpone-not-approved';
}

/** How the event reads on the new day: hours, duties, closings and the hour of decision go along; what is drawn already stays closed. */
export function postponed(before: EventSnapshot, day: DateOnly, now: Date, { open, drawn }: { open: ReadonlySet<string>; drawn: ReadonlySet<string> }): EventSnapshot {
  const stands = before.startsAt;
  if (!stands) throw new Error('An event without a day is not put off');
  const by = Date.parse(`${day}T00:00:00Z`) - Date.parse(`${jstDate(new Date(stands))}T00:00:00Z`);
  const days = Math.round(by / DAY_MS);
  const moved = (at: string): string => new Date(Date.parse(at) + days * DAY_MS).toISOString();
  const request = { startsAt: moved(stands), ...(before.endsAt ? { endsAt: moved(before.endsAt) } : {}) };
  const along = alongWithTheDay(before, request, { now, open }) as Partial<EventSnapshot>;
  const closings = new Map(before.frames.map((frame) => [frame.id, frame]));
  const frames = (along.frames ?? before.frames).map((frame): SnapshotFrame => (drawn.has(frame.id) ? { ...frame, ...pick(closings.get(frame.id)) } : frame));
  return { ...before, ...along, frames };
}

function pick(frame: SnapshotFrame | undefined): Partial<SnapshotFrame> {
  return frame ? { opensAt: frame.opensAt, closesAt: frame.closesAt } : {};
}
