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

/** What is known when a reminder's time has come. */
export interface DueFacts {
  dueAt: Date;
  event: { state: string; startsAt: Date | null } | undefined;
  /** The times of the event's other reminders that are still due. */
  others: readonly Date[];
}

/** What to do with a reminder whose time has come: late is better than never, unless the event has begun or the next one says the same. */
export function dueVerdict({ dueAt, event, others }: DueFacts, now: Date): 'announce' | 'skip' | 'withdraw' {
  if (!event?.startsAt || event.state !== 'published') return 'withdraw';
  if (event.startsAt <= now) return 'skip';
  const soon = now.getTime() + TOO_CLOSE_MS;
  const late = dueAt < now;
  return late && others.some((other) => other > dueAt && other.getTime() <= soon) ? 'skip' : 'announce';
}
