import { describe, expect, it } from '@jest/globals';
import { streakOf, type BegunDate } from './streak.rules.js';

const HOUR = 3_600_000;
const NOW = new Date('2026-11-26T10:30:00+09:00');
/** Thursdays back from today: c came, m missed, x called off, X called off though they had come, o on today and not there yet. */
const played = (weeks: string): number => {
  const dates = [...weeks].map((what, index): BegunDate => {
    const startsAt = new Date(NOW.getTime() - HOUR / 2 - (weeks.length - 1 - index) * 7 * 24 * HOUR);
    return { eventId: String(index), startsAt, endsAt: new Date(startsAt.getTime() + HOUR * (what === 'o' ? 1 : 0.25)), off: what === 'x' };
  });
  return streakOf(dates.reverse(), new Set([...weeks].flatMap((what, index) => (what === 'c' ? [String(index)] : []))), NOW);
};

describe('a streak', () => {
  it.each([
    ['', 0, 'nothing was held'],
    ['ccc', 3, 'every date'],
    ['cmcc', 2, 'since the last one that was missed'],
    ['cccm', 0, 'the last one was missed'],
    ['cxcc', 3, 'what was called off breaks nothing'],
    ['ccx', 2, 'nor does it as the last one'],
    ['cco', 2, 'today still goes on'],
    ['mo', 0, 'missed, and today goes on'],
    ['xx', 0, 'only dates that were called off'],
  ])('%s: %i, %s', (weeks, streak) => {
    expect(played(weeks)).toBe(streak);
  });
});
