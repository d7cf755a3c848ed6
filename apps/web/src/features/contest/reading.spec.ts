import { describe, expect, it } from '@jest/globals';
import { brokenTies, criteriaFrom, needsWords, numbersFrom, orderFrom, pointsFrom, prizesFrom, prizesText, tieErrors, unjudged } from './reading.js';

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

  it('asks for the reason of an order at the reason, and tells a wrong order at the order', () => {
    const tie = (order: string, words = '') => ({ tied: [1, 2, 18], order, words });
    expect(tieErrors(tie('18 1 2'))).toEqual({ words: 'app.contest.tie.why' });
    expect(tieErrors(tie('18 1', '風'))).toEqual({ order: 'app.contest.tie.wrong' });
    expect(tieErrors(tie('18 1', ' '))).toEqual({ order: 'app.contest.tie.wrong', words: 'app.contest.tie.why' });
    expect(tieErrors(tie(' ', '風'))).toEqual({ order: 'app.contest.tie.lone' });
    expect([tieErrors(tie('１８　1 2', '風')), tieErrors(tie(''))]).toEqual([{}, {}]);
    expect([needsWords(tie('18')), needsWords(tie(' '))]).toEqual([true, false]);
  });

  it('counts who has no sheet at all among those not judged by everybody, and tells apart who was not at the door', () => {
    const entry = (number: number, sheets: number, received: boolean, stands = true) => ({ number, sheets, received, stands });
    const entries = [entry(1, 3, true), entry(2, 1, true), entry(3, 0, true), entry(4, 0, false), entry(5, 1, false), entry(6, 0, false, false)];
    expect(unjudged(entries, 3)).toEqual({ lacking: [2, 3, 5], absent: [4] });
    expect(unjudged(entries.map((each) => ({ ...each, received: false })), 3)).toEqual({ lacking: [2, 3, 4, 5], absent: [] });
    expect(unjudged([entry(1, 0, true), entry(2, 0, false)], 3)).toEqual({ lacking: [], absent: [] });
  });
});
