import type { ContestDetail, ContestPrize } from '@yoriai/api-client';
import type { TextKey } from '@yoriai/ui';
import { wholeNumber } from '../events/numbers.js';

const lines = (text: string): string[] => text.split('\n').flatMap((line) => line.normalize('NFKC').trim() || []);

/** Criteria, one a line. */
export const criteriaFrom = (text: string): string[] => [...new Set(lines(text))];

/** Whole numbers with blanks or commas between; null where something else stands there. */
export function numbersFrom(text: string): number[] | null {
  const found = text.normalize('NFKC').split(/[\s,、]+/).filter((each) => each !== '').map((each) => wholeNumber(each));
  return found.every((each) => typeof each === 'number' && each > 0) ? found.map(Number) : null;
}

/** Points in the order of the criteria: as many, each from 1 to `scale`; else null. */
export function pointsFrom(text: string, { criteria, scale }: { readonly criteria: readonly string[]; readonly scale: number }): number[] | null {
  const points = numbersFrom(text);
  return points && points.length === criteria.length && points.every((each) => each <= scale) ? points : null;
}

/** Prizes, one a line: 「12 区長賞」; null where a line is something else. */
export function prizesFrom(text: string): ContestPrize[] | null {
  const found = lines(text).map((line) => /^(\d{1,5})\s+(.{1,40})$/.exec(line));
  return found.every((each) => each !== null) ? found.map((each) => ({ number: Number(each[1]), name: each[2]!.trim() })) : null;
}

/** The same the other way round. */
export const prizesText = (prizes: readonly ContestPrize[]): string => prizes.map(({ number, name }) => `${number} ${name}`).join('\n');

/** The order of a tie names exactly the tied numbers. */
export function orderFrom(text: string, tied: readonly number[]): number[] | null {
  const numbers = numbersFrom(text);
  return numbers && numbers.length === tied.length && tied.every((each) => numbers.includes(each)) ? numbers : null;
}

/** A tie as it is written: without an order nothing is decided. */
export interface TieWritten {
  readonly tied: readonly number[];
  readonly order: string;
  readonly words: string;
}

/** Whether the head judge's reason is asked for: an order stands with a sentence, and without an order there is nothing to give one for. */
export const needsWords = ({ order }: TieWritten): boolean => order.trim() !== '';

/** What to put right about a tie, at its own field: the order names each of them, and it has a reason; a reason alone decides nothing. */
export function tieErrors(tie: TieWritten): { order?: TextKey; words?: TextKey } {
  const [ordered, reasoned] = [needsWords(tie), tie.words.trim() !== ''];
  if (!ordered) return reasoned ? { order: 'app.contest.tie.lone' } : {};
  return {
    ...(orderFrom(tie.order, tie.tied) === null ? { order: 'app.contest.tie.wrong' } : {}),
    ...(reasoned ? {} : { words: 'app.contest.tie.why' }),
  };
}

type Sheeted = Pick<ContestDetail['entries'][number], 'number' | 'stands' | 'received' | 'sheets'>;

/**
 * Entries that not every judge has judged, once anybody judged: `absent` those without any sheet whom nobody checked in at the
 * door either, `lacking` the others. Where nobody at all was checked in the door says nothing, and all of them are `lacking`.
 */
export function unjudged(entries: readonly Sheeted[], judges: number): { lacking: number[]; absent: number[] } {
  const standing = entries.filter(({ stands }) => stands);
  if (!standing.some(({ sheets }) => sheets > 0)) return { lacking: [], absent: [] };
  const door = standing.some(({ received }) => received);
  const isAbsent = ({ sheets, received }: Sheeted): boolean => door && sheets === 0 && !received;
  const less = standing.filter(({ sheets }) => sheets < judges);
  return { lacking: less.filter((entry) => !isAbsent(entry)).map(({ number }) => number), absent: less.filter(isAbsent).map(({ number }) => number) };
}

/** Numbers with the same average and another rank: the head judge said which comes first. */
export function brokenTies(entries: readonly Pick<ContestDetail['entries'][number], 'number' | 'stands' | 'sheets' | 'points' | 'rank'>[]): number[][] {
  const judged = entries.filter(({ stands, sheets, rank }) => stands && sheets > 0 && rank !== null);
  const groups = [...new Set(judged.map(({ points }) => points))].map((points) => judged.filter((entry) => entry.points === points));
  return groups.filter((group) => new Set(group.map(({ rank }) => rank)).size > 1).map((group) => group.map(({ number }) => number));
}
