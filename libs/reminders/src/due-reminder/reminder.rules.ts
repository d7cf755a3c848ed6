import { addDays, atJst, jstDate, jstTime } from '@yoriai/platform';

/** A week before, the evening before, the morning of the day. */
export type ReminderKind = 'd7' | 'd1' | 'day';

export type ReminderState = 'due' | 'expanded' | 'withdrawn' | 'skipped';

/** When each goes, by the wall clock in Japan. Ward practice: a week to arrange things, the evening to pack, the morning to leave. */
const TIMES: readonly { kind: ReminderKind; daysBefore: number; time: string }[] = [
  { kind: 'd7', daysBefore: 7, time: '10:00' },
  { kind: 'd1', daysBefore: 1, time: '18:00' },
  { kind: 'day', daysBefore: 0, time: '07:30' },
];

/** A reminder that arrived this close before the next one is left out (it was held up, or nobody was there to send it). */
const TOO_CLOSE_MS = 3 * 60 * 60 * 1000;

export interface PlannedReminder {
  kind: ReminderKind;
  dueAt: Date;
  state: 'due' | 'skipped';
}

/**
 * The reminders of an event, seen from the moment it was published or moved. What is past by then, or
 * would come when the event has begun, is skipped; whoever applies later gets only what is still to come.
 */
export function planFor(startsAt: Date, publishedAt: Date): PlannedReminder[] {
  const day = jstDate(startsAt);
  return TIMES.map(({ kind, daysBefore, time }) => {
    const dueAt = atJst(addDays(day, -daysBefore), time);
    return { kind, dueAt, state: dueAt < publishedAt || dueAt >= startsAt ? 'skipped' : 'due' };
  });
}

/** True between 21:00 and 07:00 in Japan. */
export function asleep(at: Date): boolean {
  const time = jstTime(at);
  return time >= '21:00' || time < '07:00';
}

/** So long before the beginning the morning's reminder goes at the latest: somebody may set out then. */
const ON_THE_WAY_MS = 2 * 60 * 60 * 1000;
/** So long the evening's may wait (18:00 to 20:30), so that it comes before the night. */
const EVENING_MS = 2.5 * 60 * 60 * 1000;

/** Until when a reminder waits at the latest for a decision about the day while a grave warning stands; its own time where it does not wait. */
export function heldUntil({ kind, dueAt }: Pick<PlannedReminder, 'kind' | 'dueAt'>, startsAt: Date): Date {
  if (kind === 'd7') return dueAt;
  const latest = kind === 'd1' ? dueAt.getTime() + EVENING_MS : startsAt.getTime() - ON_THE_WAY_MS;
  return new Date(Math.max(dueAt.getTime(), latest));
}

/** What is known when a reminder's time has come. */
export interface DueFacts {
  kind: ReminderKind;
  dueAt: Date;
  /** A warning of the gravest level stands, and nobody has decided about the day. */
  undecided: boolean;
  /** Somebody who leads the event sent it all the same. */
  released: boolean;
  event: { state: string; startsAt: Date | null } | undefined;
  /** The times of the event's other reminders that are still due. */
  others: readonly Date[];
}

/**
 * What to do with a reminder whose time has come: late is better than never, unless the event has begun or the next one
 * says the same. While a grave warning stands and nobody has decided, "come" is not said before it has to be.
 */
export function dueVerdict({ kind, dueAt, event, others, undecided, released }: DueFacts, now: Date): 'announce' | 'hold' | 'skip' | 'withdraw' {
  if (!event?.startsAt || event.state !== 'published') return 'withdraw';
  if (event.startsAt <= now) return 'skip';
  const soon = now.getTime() + TOO_CLOSE_MS;
  const late = dueAt < now;
  if (late && others.some((other) => other > dueAt && other.getTime() <= soon)) return 'skip';
  return undecided && !released && now < heldUntil({ kind, dueAt }, event.startsAt) ? 'hold' : 'announce';
}
