import { describe, expect, it } from '@jest/globals';
import { daysOf, isMonth, monthAfter, monthOf, weeksOf } from './month.js';

describe('a month', () => {
  it('is the one in Japan, whatever the clock of the machine says', () => {
    expect(monthOf(new Date('2026-11-30T15:30:00Z'))).toBe('2026-12');
  });

  it('goes on over the year', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
    expect(daysOf('2028-02')).toEqual({ first: '2028-02-01', last: '2028-02-29' });
  });

  it('is shown in whole weeks that begin on Sunday', () => {
    const weeks = weeksOf('2026-11');
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([5, '2026-11-01', '2026-12-05']);
    expect(weeksOf('2026-08')[0]?.[0]).toBe('2026-07-26');
    expect(weeksOf('2026-08')).toHaveLength(6);
  });

  it.each(['2026-13', '2026-00', '1999-01', '2026-1', '2026-01-01', 'x'])('is not %s', (text) => {
    expect(isMonth(text)).toBe(false);
  });
});
