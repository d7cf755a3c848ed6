import { describe, expect, it } from '@jest/globals';
import { monthBeside, weeksOf } from './weeks.js';

describe('a month of the calendar', () => {
  it('is whole weeks from Sunday to Saturday, with every day of it once', () => {
    for (let month = '2026-01'; month < '2029-01'; month = monthBeside(month, 1)) {
      const days = weeksOf(month).flat();
      expect(new Date(`${days[0]}T00:00:00Z`).getUTCDay()).toBe(0);
      expect(days.length % 7).toBe(0);
      const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
      expect(days.filter((day) => day.startsWith(month))).toEqual(Array.from({ length: last }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`));
    }
    expect(monthBeside('2026-01', -1)).toBe('2025-12');
  });
});
