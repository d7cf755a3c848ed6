import { addDays, jstDate, type DateOnly } from '@yoriai/platform';
import { toDate, wholeFrame, type EventSnapshot, type SnapshotFrame } from '../revision/snapshot.js';
import { movedBy } from '../weather/rain-date.rules.js';
import type { UpdateEventRequest } from './event-draft.dto.js';
import type { DraftDuty, EventEntity } from './event.entity.js';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Days from one date in Japan to another; 0 while either is open. */
function daysBetween(from: string | null, to: string | null | undefined): number {
  if (!from || !to) return 0;
  const midnight = (text: string): number => Date.parse(`${jstDate(new Date(text))}T00:00:00Z`);
  return (midnight(to) - midnight(from)) / DAY_MS;
}

/** The instant it is, and the frames that take applications already; none of a draft. */
export interface DayFacts {
  now: Date;
  open?: ReadonlySet<string>;
}

/**
 * When a frame closes: with the day, as long as that leaves it open; else when it was to close anyway; and where that is not
 * before the new end, when the event begins (null). What is not open yet never closes in the past.
 */
function closingOf(frame: SnapshotFrame, moved: string | null, endsAt: string | null | undefined, now: Date, isOpen: boolean): string | null {
  const { opensAt, closesAt } = frame;
  const earliest = Math.max(now.getTime(), opensAt === null ? 0 : Date.parse(opensAt));
  if (moved === null || Date.parse(moved) > earliest) return moved;
  const ahead = closesAt !== null && (isOpen || Date.parse(closesAt) > earliest);
  return ahead && endsAt && Date.parse(closesAt) < Date.parse(endsAt) ? closesAt : null;
}

/**
 * What hangs on the day of an event goes with it: when the request moves the day, the duties, the hours of applying and
 * the decision about rain move by as many days, each as far as the request does not name it itself. Frames that are
 * `open` already stay open, and are not shut by it. There and back again is nothing, but for a closing that could not go along.
 */
export function alongWithTheDay(before: EventSnapshot, request: UpdateEventRequest, { now, open }: DayFacts): UpdateEventRequest {
  const days = daysBetween(before.startsAt, request.startsAt);
  if (days === 0) return request;
  const endsAt = request.endsAt === undefined ? before.endsAt : request.endsAt;
  const moved = (at: string | null): string | null => at && new Date(Date.parse(at) + days * DAY_MS).toISOString();
  return {
    rainDecisionAt: moved(before.rainDecisionAt),
    rainDate: before.rainDate ? movedBy(before.rainDate, (at) => moved(at)!) : null,
    frames: before.frames.map((frame) => {
      const isOpen = open?.has(frame.id) ?? false;
      const there = isOpen ? frame : { ...frame, opensAt: moved(frame.opensAt) };
      return { ...wholeFrame(there), ...answersLater(frame, days), closesAt: closingOf(there, moved(frame.closesAt), endsAt, now, isOpen) };
    }),
    duties: before.duties.map((duty) => ({ ...duty, startsAt: moved(duty.startsAt), endsAt: moved(duty.endsAt) })),
    ...Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)),
  };
}

/** The hours of an event, both said. */
interface Hours {
  startsAt: string;
  endsAt: string;
}

/** Just before the event, or just after it. */
function besideHours({ startsAt, endsAt }: Hours, { side, minutes }: NonNullable<DraftDuty['beside']>): Hours {
  const by = (at: string, sign: 1 | -1): string => new Date(Date.parse(at) + sign * minutes * MINUTE_MS).toISOString();
  return side === 'before' ? { startsAt: by(startsAt, -1), endsAt: startsAt } : { startsAt: endsAt, endsAt: by(endsAt, 1) };
}

/** The hours of a duty where those of the event become these; null: it has its own. */
function hoursOf(duty: DraftDuty, before: Pick<EventSnapshot, 'startsAt' | 'endsAt'>, hours: Hours): Hours | null {
  const { startsAt, endsAt, beside } = duty;
  if (startsAt === null && endsAt === null) return beside ? besideHours(hours, beside) : hours;
  if (startsAt === before.startsAt && endsAt === before.endsAt) return hours;
  if (startsAt === null || endsAt === null) return null;
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS;
  if (endsAt === before.startsAt) return besideHours(hours, { side: 'before', minutes });
  return startsAt === before.endsAt ? besideHours(hours, { side: 'after', minutes }) : null;
}

/**
 * A duty that has no hours yet, or those of the event, has the hours of the event once they are set; one that ends when the event
 * begins, or begins when it ends, stays just beside it. `asked` as it was sent, `along` with what goes with the day. Duties that are
 * named, or have hours of their own, stay as they are said.
 */
export function inTheHours(before: Pick<EventSnapshot, 'startsAt' | 'endsAt' | 'duties'>, asked: UpdateEventRequest, along: UpdateEventRequest): UpdateEventRequest {
  const startsAt = asked.startsAt === undefined ? before.startsAt : asked.startsAt;
  const endsAt = asked.endsAt === undefined ? before.endsAt : asked.endsAt;
  const named = asked.startsAt !== undefined || asked.endsAt !== undefined;
  if (!named || asked.duties !== undefined || !startsAt || !endsAt) return along;
  const hours = before.duties.map((duty) => hoursOf(duty, before, { startsAt, endsAt }));
  if (hours.every((each) => each === null)) return along;
  return { ...along, duties: (along.duties ?? before.duties).map((duty, index) => ({ ...duty, ...hours[index] })) };
}

/** The day by which the host answers, so many days later; of a frame that says none, nothing. */
export const answersLater = ({ answersBy }: Pick<SnapshotFrame, 'answersBy'>, days: number): Partial<SnapshotFrame> => (answersBy ? { answersBy: addDays(answersBy, days) } : {});

/** The day before which the ward has to decide: when it begins, as it stands or as a change would have it. */
export function beginsOn({ startsAt, change }: Pick<EventEntity, 'startsAt' | 'change'>): DateOnly | null {
  const days = [startsAt, toDate(change?.startsAt)].flatMap((at) => (at ? [jstDate(at)] : []));
  return days.sort()[0] ?? null;
}
