import { addDays, atJst, jstDate, jstTime } from '@yoriai/platform';
import type { EventState } from '../event/event.rules.js';

/** To whom a host can write: who has a place, who waits for one, who is on a duty, who has a stall, and guardians with an address of their own. */
export const MESSAGE_AUDIENCES = ['applied', 'waiting', 'duties', 'stalls', 'guardians'] as const;
export type MessageAudience = (typeof MESSAGE_AUDIENCES)[number];

/** Why a message never went: somebody took it back, or the event was called or put off after it was written. */
export type DropReason = 'taken-back' | 'called-off' | 'put-off';

/** Messages of an event that may go on one day: who gets more reads none. */
export const MOST_A_DAY = 3;
/** So long after an event its people can still be thanked (days). */
const DAYS_AFTER = 30;
/** The same words to the same people within this time are a slip of the finger (milliseconds). */
const TWICE_MS = 10 * 60 * 1000;

/** Nobody's telephone rings for a host's message before this hour in Japan, nor from the other on. */
export const FIRST_HOUR = '08:00';
export const LAST_HOUR = '21:00';
/** Begins the subject of what is about a drill, and of nothing else (domain.md §4.9, 24). */
export const DRILL_MARK = '【訓練】';

/** While people know of the event and nobody has forgotten them. */
const OPEN: ReadonlySet<EventState> = new Set(['published', 'awaiting-report', 'reported', 'closed']);

/** What it takes to know whether a host may write. */
export interface EventToWriteAbout {
  state: EventState;
  endsAt: Date | null;
  namesRemovedAt: Date | null;
}

type Verdict<Code extends string> = true | Code;

/** May somebody who leads the event write to its people? From its publication until thirty days after it; who calls it off tells everybody by that. */
export function writeVerdict({ state, endsAt, namesRemovedAt }: EventToWriteAbout, now: Date): Verdict<'message.not-public' | 'message.over'> {
  if (!OPEN.has(state)) return 'message.not-public';
  return namesRemovedAt === null && (endsAt === null || now <= lastOf(endsAt)) ? true : 'message.over';
}

const lastOf = (endsAt: Date): Date => new Date(endsAt.getTime() + DAYS_AFTER * 24 * 60 * 60 * 1000);

const isNight = (at: Date): boolean => jstTime(at) < FIRST_HOUR || jstTime(at) >= LAST_HOUR;

/** When what is sent now goes: at once, or at night the next morning at eight. */
export function soonest(now: Date): Date {
  if (!isNight(now)) return now;
  const day = jstDate(now);
  return atJst(jstTime(now) < FIRST_HOUR ? day : addDays(day, 1), FIRST_HOUR);
}

/** May it go at this hour? */
export function hourVerdict(at: Date, { endsAt }: Pick<EventToWriteAbout, 'endsAt'>, now: Date): Verdict<'message.past' | 'message.night' | 'message.too-late'> {
  if (at <= now) return 'message.past';
  if (isNight(at)) return 'message.night';
  return endsAt === null || at <= lastOf(endsAt) ? true : 'message.too-late';
}

/** What is kept of the messages of an event that went or wait. */
export interface Kept {
  audiences: readonly MessageAudience[];
  frameIds: readonly string[];
  title: string;
  text: string;
  writtenAt: Date;
  sendAt: Date;
}

/** How many more may go on the day of `at` in Japan. */
export function leftOn(at: Date, kept: readonly Pick<Kept, 'sendAt'>[]): number {
  return Math.max(0, MOST_A_DAY - kept.filter(({ sendAt }) => jstDate(sendAt) === jstDate(at)).length);
}

/** May this one go besides those that went or wait? Not the same twice, and not more than people read. */
export function besidesVerdict(asked: Kept, kept: readonly Kept[]): Verdict<'message.twice' | 'message.too-many'> {
  const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((each) => b.includes(each));
  const twice = kept.some((one) => one.title === asked.title && one.text === asked.text && same(one.audiences, asked.audiences) && same(one.frameIds, asked.frameIds) && asked.writtenAt.getTime() - one.writtenAt.getTime() < TWICE_MS);
  if (twice) return 'message.twice';
  return leftOn(asked.sendAt, kept) > 0 ? true : 'message.too-many';
}

/** What becomes of a message when its hour has come: after the event was called or put off, what was written before says what does not hold. */
export function fateOf({ state, writtenAt, putOffAt }: { state: EventState; writtenAt: Date; putOffAt: Date | null }): 'send' | Exclude<DropReason, 'taken-back'> {
  if (!OPEN.has(state)) return 'called-off';
  return putOffAt !== null && putOffAt >= writtenAt ? 'put-off' : 'send';
}

/** May these words stand in a message? The mark of a drill is for drills. */
export function wordsVerdict(words: readonly { title: string; text: string }[], category: string | null): Verdict<'message.not-a-drill'> {
  return category === 'drill' || words.every(({ title, text }) => !`${title}${text}`.includes(DRILL_MARK)) ? true : 'message.not-a-drill';
}

const isLabel = (line: string): boolean => /[：:]$/u.test(line);
/** A label by itself, not the words that lead over to what follows (「ご注意ください：」, "Dear all:"). */
const isBareLabel = (line: string): boolean => /^[^\d\s：:]{1,5}[：:]$/u.test(line);
/** Another label, filled in or not; 「10:00」, an address (https://…) and a word in brackets are none. */
const beginsWithLabel = (line: string): boolean => /^[^\d\s：:（(][^：:（(]{0,11}(?:[（(][^：:）)]*[）)])?[：:](?!\/\/)/u.test(line);
const isItem = (line: string): boolean => /^[・･•*●○◎\-ー－\d①-⑳]/u.test(line);

/** The lines of a text that wait to be filled in: a mark of a list with nothing behind it, and a label (「場所：」) with nothing behind or below it. */
export function unfilledIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line, index) => {
    if (/^[・･•*●○◎\-]$/u.test(line)) return true;
    if (!isLabel(line)) return false;
    const below = lines[index + 1] ?? '';
    const next = lines.slice(index + 1).find((each) => each !== '') ?? '';
    return !isItem(next) && (below === '' ? isBareLabel(line) || next === '' || beginsWithLabel(next) : beginsWithLabel(below));
  });
}

/** May this text go as it stands? What was sent cannot be taken back, so that nothing is left to be filled in. */
export const filledVerdict = (text: string): Verdict<'message.unfilled'> => unfilledIn(text).length === 0 || 'message.unfilled';
