import { describe, expect, it } from '@jest/globals';
import { planOf, type Plot } from './plot-plan.rules.js';

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
