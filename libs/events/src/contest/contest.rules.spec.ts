import { expect, it } from '@jest/globals';
import { ownResults, type Results } from './contest.rules.js';

const results: Results = {
  divisions: [
    { name: 'こどもの部', entries: 4, places: [{ number: 17, rank: 1 }, { number: 16, rank: 2 }, { number: 3, rank: 2 }] },
    { name: '団体の部', entries: 1, places: [{ number: 5, rank: 1 }] },
  ],
  prizes: [{ number: 16, name: '区長賞', division: 'こどもの部' }, { number: 8, name: 'とんがり賞', division: 'こどもの部' }],
};

it('tells the numbers of a ticket their place, tied where another has the same, and their prizes; of the others nothing', () => {
  expect(ownResults(results, [16, 5, 8, 9])).toEqual([
    { number: 16, place: { division: 'こどもの部', rank: 2, tied: true }, prizes: ['区長賞'] },
    { number: 5, place: { division: '団体の部', rank: 1, tied: false }, prizes: [] },
    { number: 8, place: null, prizes: ['とんがり賞'] },
  ]);
  expect(ownResults(results, [17])[0]?.place).toEqual({ division: 'こどもの部', rank: 1, tied: false });
});
