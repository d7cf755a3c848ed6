/** A calendar day in Japan, `YYYY-MM-DD`; never shifted by a time zone. */
export type DateOnly = string;

/** Japan has kept +09:00 without summer time since 1952, so plain arithmetic is exact. */
const JST_MS = 9 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar day in Japan at this instant, whatever zone the process runs in. */
export function jstDate(at: Date): DateOnly {
  return new Date(at.getTime() + JST_MS).toISOString().slice(0, 10);
}

/** The wall clock in Japan at this instant, `HH:MM` (24 h). */
export function jstTime(at: Date): string {
  return new Date(at.getTime() + JST_MS).toISOString().slice(11, 16);
}

/** The instant at which the wall clock in Japan shows `time` (`HH:MM`) on `date`. */
export function atJst(date: DateOnly, time: string): Date {
  return new Date(`${date}T${time}:00+09:00`);
}

/** The day `days` later (negative: earlier). */
export function addDays(date: DateOnly, days: number): DateOnly {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: DateOnly): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The Japanese fiscal year (年度), April to March, named by the year it begins in. */
export function fiscalYear(date: DateOnly): number {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return month >= 4 ? year : year - 1;
}

/** True for a real calendar day written `YYYY-MM-DD`. */
export function isDateOnly(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;
}
