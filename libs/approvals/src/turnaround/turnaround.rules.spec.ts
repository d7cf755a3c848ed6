import { describe, expect, it } from '@jest/globals';
import { yearOf } from './turnaround.rules.js';

const day = (fromDay: string, toDay: string, count = 1) => ({ fromDay, toDay, count });

describe('how long decisions take', () => {
  it.each([
    ['four are too few', [day('2026-11-02', '2026-11-04', 4)], { decided: 4, usual: null, mostly: null }],
    ['Culture Day is no business day', [day('2026-11-02', '2026-11-04', 5)], { decided: 5, usual: 1, mostly: 1 }],
    ['the office is closed at the turn of the year', [day('2026-12-28', '2027-01-05', 5)], { decided: 5, usual: 2, mostly: 2 }],
    ['the same day', [day('2026-11-04', '2026-11-04', 5)], { decided: 5, usual: 0, mostly: 0 }],
    ['decided on a Saturday of what came on Friday', [day('2026-11-13', '2026-11-14', 5)], { decided: 5, usual: 0, mostly: 0 }],
    [
      'half and nine of ten are days that were taken, and hold for so many',
      [day('2026-11-16', '2026-11-17', 2), day('2026-11-09', '2026-11-12', 3), day('2026-11-02', '2026-11-11', 4), day('2026-10-01', '2026-11-20')],
      { decided: 10, usual: 3, mostly: 6 },
    ],
  ])('%s', (_name, all, expected) => {
    expect(yearOf(2026, all)).toEqual({ fiscalYear: 2026, ...expected });
  });

  it('counts for the fiscal year of the decision, which begins in April', () => {
    const all = [day('2027-03-31', '2027-03-31', 6), day('2027-03-31', '2027-04-01', 5)];
    expect([yearOf(2026, all), yearOf(2027, all)]).toMatchObject([
      { decided: 6, usual: 0 },
      { decided: 5, usual: 1 },
    ]);
  });
});
