import { describe, expect, it } from '@jest/globals';
import { aYearEarlier, monthBefore, yearBefore } from './before.rules.js';

const held = (startsAt: string, participants: number, walkIns = 0, volunteers = 0) => ({ startsAt: new Date(startsAt), participants, walkIns, volunteers });
const NOW = new Date('2026-11-22T12:00:00+09:00');
const EVENTS = [held('2025-05-05T10:00:00+09:00', 10, 5, 2), held('2025-11-20T10:00:00+09:00', 7, 0, 1), held('2025-11-29T10:00:00+09:00', 30, 0, 9), held('2026-02-01T10:00:00+09:00', 4)];

describe('the year before', () => {
  it('is counted until the same day; its month until that day too, and months after it whole', () => {
    const year = yearBefore(2026, EVENTS, NOW);
    expect(year).toMatchObject({ people: 22, volunteers: 3, until: '2025-11-22' });
    expect([...(year?.byMonth ?? [])].filter(([, people]) => people > 0)).toEqual([['2025-05', 15], ['2025-11', 7], ['2026-02', 4]]);
  });

  it('has no months before the first in which anybody was counted, and noughts after it', () => {
    expect(yearBefore(2026, EVENTS, NOW)?.byMonth.size).toBe(11);
    expect(yearBefore(2026, EVENTS, NOW)?.byMonth.get('2025-06')).toBe(0);
    expect(yearBefore(2026, EVENTS, NOW)?.byMonth.get('2025-04')).toBeUndefined();
  });

  it('is whole beside a year that is over', () => {
    expect(yearBefore(2026, EVENTS, new Date('2027-06-01T00:00:00+09:00'))).toMatchObject({ people: 56, volunteers: 12, until: null });
    expect(yearBefore(2026, EVENTS, new Date('2027-06-01T00:00:00+09:00'))?.byMonth.get('2025-11')).toBe(37);
  });

  it('is not compared where nobody came', () => {
    expect(yearBefore(2026, [], NOW)).toBeNull();
    expect(yearBefore(2026, [held('2025-05-05T10:00:00+09:00', 0)], NOW)).toBeNull();
  });

  it('has the same days, but for the one that it has not', () => {
    expect(aYearEarlier(new Date('2028-02-29T03:00:00Z')).toISOString()).toBe('2027-03-01T03:00:00.000Z');
    expect(monthBefore('2027-01')).toBe('2026-01');
  });
});
