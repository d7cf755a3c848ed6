import { describe, expect, it } from '@jest/globals';
import { findingOf, inTurns, median, percentile95, tableOf, type Goal } from './ratio.js';

const GOAL: Goal = { id: 'P1', work: 'sign-ups', limit: 'row lock', unit: '/s', kind: 'at-least', target: 3 };

describe('what the bench makes of its rounds', () => {
  it('takes the median, of the rounds’ own ratios', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow('Nothing was measured');
    // One round on a slow moment of the machine slows both sides and changes nothing.
    const finding = findingOf(GOAL, [
      { product: 3_000, limit: 1_000 },
      { product: 300, limit: 100 },
      { product: 6_200, limit: 2_000 },
    ]);
    expect(finding).toMatchObject({ ratio: 3, product: 3_000, beside: 1_000, reached: true });
  });

  it('says when a goal is missed', () => {
    expect(findingOf(GOAL, [{ product: 2_990, limit: 1_000 }]).reached).toBe(false);
    const most: Goal = { ...GOAL, kind: 'at-most', target: 5, unit: 's' };
    expect(findingOf(most, [{ product: 4.9, limit: 1 }]).reached).toBe(true);
    expect(findingOf(most, [{ product: 5.1, limit: 1 }]).reached).toBe(false);
    const times: Goal = { ...GOAL, kind: 'at-most-times', target: 1.3, unit: 'ms' };
    expect([12, 14].map((product) => findingOf(times, [{ product, limit: 10 }]).reached)).toEqual([true, false]);
  });

  it('tells what 95 of 100 stay under', () => {
    expect(percentile95(Array.from({ length: 200 }, (_, n) => 200 - n))).toBe(190);
    expect(percentile95([7])).toBe(7);
    expect(() => percentile95([])).toThrow('Nothing was measured');
  });

  it('lets the sides take turns in going first', async () => {
    const order: string[] = [];
    const side = (name: string, value: number) => async (round: number) => (order.push(`${name}${round}`), value);
    expect(await inTurns(3, side('p', 2), side('l', 1))).toEqual(Array.from({ length: 3 }, () => ({ product: 2, limit: 1 })));
    expect(order).toEqual(['p0', 'l0', 'l1', 'p1', 'p2', 'l2']);
  });

  it('writes a table that says both figures and the target', () => {
    expect(tableOf([findingOf(GOAL, [{ product: 3_100, limit: 1_000 }])])).toContain('| P1 | sign-ups | 3,100 /s | row lock | 1,000 /s | **3.10 ×** | ≥ 3 × | reached |');
  });
});
