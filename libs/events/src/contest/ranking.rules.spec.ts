import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contestVerdict, fitsSheet, judgingVerdict, resultsOf } from './contest.rules.js';
import { averageOf, ranking, tiesOf, type Judged } from './ranking.rules.js';

const entries = fc.uniqueArray(fc.record({ number: fc.integer({ min: 1, max: 40 }), sheets: fc.array(fc.integer({ min: 3, max: 9 }), { maxLength: 4 }) }), { selector: ({ number }) => number, maxLength: 12 });
const ranks = (judged: readonly Judged[], ties: Parameters<typeof ranking>[1] = []): [number, number][] => ranking(judged, ties).map(({ number, rank }) => [number, rank]);

describe('the order of a division', () => {
  it('goes by the average of the sheets; the same average is the same rank and the next is left out', () => {
    expect(ranks([{ number: 4, sheets: [9] }, { number: 2, sheets: [12, 12] }, { number: 7, sheets: [10, 14, 12] }, { number: 9, sheets: [20] }, { number: 1, sheets: [] }])).toEqual([[9, 1], [2, 2], [7, 2], [4, 4]]);
    // A third is a third: no rounding makes a tie or parts one.
    expect(ranks([{ number: 1, sheets: [10, 10, 11] }, { number: 2, sheets: [10, 10, 11, 10, 10, 11] }, { number: 3, sheets: [10, 11, 10, 10] }])).toEqual([[1, 1], [2, 1], [3, 3]]);
  });

  it('is the same whoever was written down first, and a rank says how many are before it', () => {
    fc.assert(
      fc.property(entries.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, mixed]) => {
        expect(ranks(mixed)).toEqual(ranks(all));
        for (const { rank, ...each } of ranking(all)) expect(rank).toBe(1 + all.filter((other) => other.sheets.length > 0 && averageOf(other) > averageOf(each) + 1e-9).length);
      }),
    );
  });

  it('a decision parts those who are equal, and them only, whatever it says', () => {
    fc.assert(
      fc.property(entries, fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }), { maxLength: 3 }), (all, orders) => {
        const stray = ranks(all, orders.map((numbers) => ({ numbers, words: '' })).filter(({ numbers }) => !tiesOf(all).some((tie) => tie.every((each) => numbers.includes(each)))));
        expect(stray).toEqual(ranks(all));
        const reversed = tiesOf(all).map((numbers) => ({ numbers: [...numbers].reverse(), words: '空での安定' }));
        const decided = ranking(all, reversed);
        expect(decided.map(({ rank }) => rank)).toEqual(decided.map((_, index) => index + 1));
        expect(decided.map(averageOf)).toEqual(decided.map(averageOf).sort((a, b) => b - a));
      }),
    );
    const tie = [{ number: 3, sheets: [8] }, { number: 5, sheets: [8] }];
    expect(ranks(tie, [{ numbers: [5, 3], words: '' }])).toEqual([[5, 1], [3, 2]]);
    // Another came beside them, or a later sheet parted them: nothing was decided about that.
    expect(ranks([...tie, { number: 6, sheets: [8] }], [{ numbers: [5, 3], words: '' }])).toEqual([[3, 1], [5, 1], [6, 1]]);
    expect(ranks([{ number: 3, sheets: [8, 9] }, tie[1]!], [{ numbers: [5, 3], words: '' }])).toEqual([[3, 1], [5, 2]]);
  });
});

describe('what is published', () => {
  it('is who is placed in each division, without the absent and the cancelled, whose prize falls away', () => {
    const divisions = [{ frameId: 'a', name: '小学生の部', unit: 'person' }, { frameId: 'b', name: '団体の部', unit: 'group' }] as const;
    const entry = (number: number, frameId: string, sheets: number[], stands = true) => ({ number, frameId, sheets, stands });
    const judged = [entry(1, 'a', [5]), entry(2, 'a', [9], false), entry(3, 'a', [7]), entry(4, 'a', [6]), entry(5, 'a', []), entry(6, 'b', [4])];
    expect(resultsOf({ divisions, entries: judged, ties: [], places: 2, prizes: [{ name: 'とんがり賞', number: 4 }, { name: '楽しいで賞', number: 2 }] })).toEqual({
      divisions: [
        { name: '小学生の部', entries: 3, places: [{ number: 3, rank: 1 }, { number: 4, rank: 2 }] },
        { name: '団体の部', entries: 1, places: [{ number: 6, rank: 1 }] },
      ],
      prizes: [{ name: 'とんがり賞', number: 4, division: '小学生の部' }],
    });
  });
});

describe('sheets', () => {
  it('are written from the day on until the judging is closed; nothing is changed once it is reported', () => {
    const event = { state: 'published', day: '2026-01-10', contest: 'open' } as const;
    expect(judgingVerdict(event, '2026-01-09')).toBe('contest.not-yet');
    // That it is not public yet is nothing that a judge can do something about.
    expect(judgingVerdict({ ...event, state: 'approved' }, '2026-01-10')).toBe('contest.not-yet');
    expect(judgingVerdict(event, '2026-01-10')).toBe(true);
    expect(judgingVerdict({ ...event, state: 'awaiting-report' }, '2026-01-11')).toBe(true);
    expect(judgingVerdict({ ...event, contest: 'judged' }, '2026-01-10')).toBe('contest.judging-closed');
    expect(judgingVerdict({ ...event, state: 'reported' }, '2026-01-11')).toBe('event.is-reported');
    // Called off ahead of its day: not that it is still to come.
    expect(judgingVerdict({ ...event, state: 'cancelled' }, '2026-01-03')).toBe('event.is-cancelled');
    expect([contestVerdict('awaiting-report'), contestVerdict('reported'), contestVerdict('cancelled')]).toEqual([true, 'event.is-reported', 'event.is-cancelled']);
  });

  it('have points of the scale for each criterion', () => {
    const contest = { criteria: ['高さ', '絵'], scale: 5 };
    expect([[1, 5], [0, 5], [6, 1], [3], [3, 3, 3], [2.5, 3]].map((points) => fitsSheet(points, contest))).toEqual([true, false, false, false, false, false]);
  });
});
