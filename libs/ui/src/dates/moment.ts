/** A moment (`Date` or ISO with zone) or a day of the ward's calendar (`YYYY-MM-DD`). */
export type Moment = Date | string;

const NINE_HOURS = 9 * 60 * 60 * 1000;
const A_DAY = 24 * 60 * 60 * 1000;
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** A moment as a clock and a calendar on a wall in Japan show it. */
export interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  /** The same wall clock as if Japan were UTC. */
  readonly shifted: Date;
}

/** Takes a moment apart in Japan time. Throws a RangeError for what is no date. */
export function partsOf(at: Moment): Parts {
  const shifted = shift(at);
  if (Number.isNaN(shifted.getTime())) throw new RangeError(`not a date: ${String(at)}`);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    shifted,
  };
}

function shift(at: Moment): Date {
  if (typeof at === 'string' && DAY_ONLY.test(at)) return new Date(`${at}T00:00:00Z`);
  return new Date((typeof at === 'string' ? new Date(at) : at).getTime() + NINE_HOURS);
}

/** Whether both moments fall on one day in Japan. */
export function sameDay(one: Moment, other: Moment): boolean {
  return daysBetween(one, other) === 0;
}

/** Days of the calendar from one moment to the other (tomorrow = 1, yesterday = -1). */
export function daysBetween(from: Moment, to: Moment): number {
  return dayNumber(to) - dayNumber(from);
}

function dayNumber(at: Moment): number {
  return Math.floor(shift(at).getTime() / A_DAY);
}

/** Minutes from the start to the end. */
export function minutesBetween(start: Moment, end: Moment): number {
  return Math.round((shift(end).getTime() - shift(start).getTime()) / 60_000);
}
