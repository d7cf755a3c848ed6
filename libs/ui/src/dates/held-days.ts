import type { Lang, Spoken } from '../texts/translate.js';
import { shortDate } from './dates.js';
import { nthDayEasy } from './ja-easy.js';
import { daysBetween, partsOf, type Moment } from './moment.js';

/** What ends before this hour of the morning ended the evening before: nobody calls a dance until two a matter of two days. */
const NIGHT_MS = 5 * 60 * 60 * 1000;

/** The first and the last day of something, `YYYY-MM-DD`. */
export interface HeldDays {
  readonly first: string;
  readonly last: string;
}

const dayOf = (at: Date): string => partsOf(at).shifted.toISOString().slice(0, 10);

/**
 * The days in Japan on which a calendar shows what lasts from one moment to another; the end itself is not meant, and
 * the hours until five in the morning belong to the day before. The ward's calendar asks the same of the database
 * (`libs/events/src/calendar`).
 */
export function heldDays(start: Moment, end: Moment): HeldDays {
  const first = dayOf(new Date(start));
  const last = dayOf(new Date(new Date(end).getTime() - NIGHT_MS));
  return { first, last: last > first ? last : first };
}

/** Whether it is on that day. */
export const isHeldOn = ({ first, last }: HeldDays, day: string): boolean => first <= day && day <= last;

/** The first day that two have in common, or would have: the later of both first ones. */
export const firstShared = (one: HeldDays, other: HeldDays): string => (one.first > other.first ? one.first : other.first);

const UNTIL: Readonly<Record<Lang, (date: string) => string>> = { ja: (date) => `${date}まで`, 'ja-easy': (date) => `${date}まで`, en: (date) => `until ${date}` };
const NTH: Readonly<Record<Lang, (nth: number) => string>> = { ja: (nth) => `${nth}日目`, 'ja-easy': nthDayEasy, en: (nth) => `Day ${nth}` };

/** What a calendar adds to something of several days: 11月30日(月)まで on the first of them, 2日目 on a later one; null for a single day. */
export function heldDayWords(t: Spoken, held: HeldDays, day: string): string | null {
  if (held.first === held.last) return null;
  return day === held.first ? UNTIL[t.lang](shortDate(t, held.last)) : NTH[t.lang](daysBetween(held.first, day) + 1);
}

/** What is on that day: what begins on it before what goes on, otherwise in the order given. */
export function heldOn<T extends { readonly held: HeldDays }>(all: readonly T[], day: string): T[] {
  const on = all.filter(({ held }) => isHeldOn(held, day));
  return [...on.filter(({ held }) => held.first === day), ...on.filter(({ held }) => held.first !== day)];
}
