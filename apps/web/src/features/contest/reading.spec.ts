import { describe, expect, it } from '@jest/globals';
import { brokenTies, criteriaFrom, numbersFrom, orderFrom, pointsFrom, prizesFrom, prizesText } from './reading.js';

describe('what is written about a contest', () => {
  it('are criteria, one a line, each once', () => {
    expect(criteriaFrom('高さ\n 安定 \n\n高さ')).toEqual(['高さ', '安定']);
  });

  it('are points for each criterion, in any width, and nothing else', () => {
    const contest = { criteria: ['高さ', '安定', '絵'], scale: 5 };
    expect([pointsFrom('３ ４　5', contest), pointsFrom('3,4、5', contest)]).toEqual([[3, 4, 5], [3, 4, 5]]);
    expect(['3 4', '3 4 6', '3 4 0', '3 4 x', '3 4 2.5', ''].map((text) => pointsFrom(text, contest))).toEqual([null, null, null, null, null, null]);
  });

  it('are prizes by number, and there and back they are the same', () => {
    const prizes = [{ number: 12, name: '区長賞' }, { number: 3, name: 'とんがり 賞' }];
    expect(prizesFrom(prizesText(prizes))).toEqual(prizes);
    expect([prizesFrom('区長賞'), prizesFrom('12'), prizesFrom('')]).toEqual([null, null, []]);
  });

  it('explains ranks that the head judge decided: same average, another rank', () => {
    const entry = (number: number, points: number, rank: number | null, more = {}) => ({ number, stands: true, sheets: 2, points, rank, ...more });
    expect(brokenTies([entry(1, 4, 1), entry(2, 4, 2), entry(3, 3, 3), entry(4, 3, 3)])).toEqual([[1, 2]]);
    expect(brokenTies([entry(1, 4, 1), entry(2, 4, 2, { stands: false }), entry(3, 4, null, { sheets: 0 })])).toEqual([]);
  });

  it('is the order of exactly those who are tied', () => {
    expect([orderFrom('7 3', [3, 7]), orderFrom('3', [3, 7]), orderFrom('3 7 9', [3, 7]), orderFrom('3 3', [3, 7])]).toEqual([[7, 3], null, null, null]);
    expect(numbersFrom('')).toEqual([]);
  });
});
