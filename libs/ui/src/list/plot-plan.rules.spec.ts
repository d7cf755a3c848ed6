import { describe, expect, it } from '@jest/globals';
import { planOf, plottedIn, type Plot } from './plot-plan.rules.js';

const plot = (code: string, venue: string | null = null, name?: string): Plot => ({ code, venue, stall: name === undefined ? null : { name, food: false, fire: false } });
const drawn = (plots: readonly Plot[], across: number) =>
  planOf(plots, across).map(({ venue, bands }) => [venue, bands.map(({ numbers, rows }) => [numbers.join(' '), ...rows.map(({ letter, plots: cells }) => `${letter}: ${cells.map((cell) => (cell === null ? '-' : (cell.stall?.name ?? 'free'))).join(' ')}`)])]);

describe('a plan of plots', () => {
  it('has a row for each letter and a column for each number; where there is no such plot it has a hole', () => {
    expect(drawn([plot('A-1', null, '焼きいも'), plot('A-2'), plot('A-3', null, '花'), plot('B-2', null, '本')], 10)).toEqual([[null, [['1 2 3', 'A: 焼きいも free 花', 'B: - 本 -']]]]);
  });

  it('has one for each venue, in the order of the list', () => {
    expect(drawn([plot('B-1', '南の広場', '花'), plot('A-1', '北の広場', '本')], 10)).toEqual([['南の広場', [['1', 'B: 花']]], ['北の広場', [['1', 'A: 本']]]]);
  });

  it('goes on below after so many numbers, with the letters that have more', () => {
    expect(drawn([plot('A-1'), plot('A-2'), plot('A-3', null, '茶'), plot('B-1'), plot('AA-3'), plot('A-12')], 2)).toEqual([[null, [['1 2', 'A: free free', 'B: free -'], ['3 4', 'A: 茶 -', 'AA: free -'], ['11 12', 'A: - free']]]]);
  });

  it('begins at the first number there is, and of no plots there is none', () => {
    expect(drawn([plot('C-21'), plot('C-22', null, '豆')], 10)).toEqual([[null, [['21 22', 'C: free 豆']]]]);
    expect(planOf([], 10)).toEqual([]);
  });
});

describe('the plots of a call', () => {
  it('have the accepted stalls on them, marked for food and fire', () => {
    const stall = { state: 'accepted', plot: 'A-2', kind: 'goods', name: '小物の店', foodBy: null, extinguishers: 0 };
    const plots = [
      { code: 'A-1', venue: null },
      { code: 'A-2', venue: null },
      { code: 'B-1', venue: '広場' },
    ];
    const stalls = [stall, { ...stall, name: '焼きいも', plot: 'B-1', kind: 'food', extinguishers: 2 }, { ...stall, name: '見送った店', state: 'declined', plot: 'A-1' }];
    expect(plottedIn({ call: { plots }, stalls })).toEqual([
      { code: 'A-1', venue: null, stall: null },
      { code: 'A-2', venue: null, stall: { name: '小物の店', food: false, fire: false } },
      { code: 'B-1', venue: '広場', stall: { name: '焼きいも', food: true, fire: true } },
    ]);
    expect(plottedIn({ call: null, stalls })).toEqual([]);
  });
});
