import { describe, expect, it } from '@jest/globals';
import { fillRate, isToCome, monthOf, monthsOf, sumOf, yearSpan, yearWords, type Figures } from './participation.rules.js';

const figures = (given: Partial<Figures>): Figures => ({ ...sumOf([]), ...given });

describe('figures', () => {
  it('sum line by line; of nothing they are zeros', () => {
    expect(sumOf([figures({ applied: 3, walkIns: 1 }), figures({ applied: 4 })])).toMatchObject({ applied: 7, walkIns: 1, volunteers: 0 });
    expect(Object.values(sumOf([]))).toEqual(Array(11).fill(0));
  });

  it('say how full, and nothing where nothing is counted', () => {
    expect(fillRate({ places: 50, placesTaken: 40 })).toBe(0.8);
    expect(fillRate({ places: 0, placesTaken: 0 })).toBeNull();
  });
});

describe('what is still to come', () => {
  const at = (startsAt: string, came = 0) => isToCome({ startsAt: new Date(startsAt), participants: came, walkIns: 0 }, new Date('2026-11-28T07:00:00+09:00'));

  it('has not begun, and nobody was received for it yet: a door opens before its hour', () => {
    expect([at('2026-11-28T09:00:00+09:00'), at('2026-11-28T09:00:00+09:00', 3), at('2026-11-28T06:00:00+09:00')]).toEqual([true, false, false]);
  });
});

describe('the fiscal year', () => {
  it('begins and ends at midnight in Japan', () => {
    expect(yearSpan(2026)).toEqual({ from: new Date('2026-03-31T15:00:00Z'), until: new Date('2027-03-31T15:00:00Z') });
  });

  it('has twelve months from April', () => {
    expect(monthsOf(2026)).toEqual([
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
      '2027-03',
    ]);
    expect(monthOf(new Date('2026-10-31T15:00:00Z'))).toBe('2026-11');
  });

  it.each([
    [2018, '平成30年度'],
    [2019, '令和元年度'],
    [2026, '令和8年度'],
  ])('%i is %s', (year, words) => {
    expect(yearWords(year)).toBe(words);
  });
});
