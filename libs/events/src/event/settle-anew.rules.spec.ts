import { describe, expect, it } from '@jest/globals';
import { flagsToSettleAnew } from './settle-anew.rules.js';

const market = { startsAt: '2026-11-29T04:00:00.000Z', endsAt: '2026-11-29T06:00:00.000Z', placeName: '靱公園', placeAddress: null, venues: ['靱公園', '靱公園 バラ園'], food: false, fire: null };
const ALL = ['park', 'road', 'facility', 'naked-flame', 'ward-name', 'subsidy', 'owner', 'food', 'fire', 'participants', 'volunteers'];
const LENT = ['park', 'road', 'facility', 'owner'];

describe('what is to be settled anew', () => {
  it.each([
    ['nothing of what others agreed to', {}, []],
    ['the same places in another order', { venues: ['靱公園 バラ園', '靱公園'] }, []],
    ['a day', { startsAt: '2026-12-06T04:00:00.000Z', endsAt: '2026-12-06T06:00:00.000Z' }, ALL],
    ['only the end', { endsAt: '2026-11-29T08:00:00.000Z' }, ALL],
    ['the name of the place', { placeName: '松島公園' }, ALL],
    ['the address', { placeAddress: '西区靱本町2丁目' }, ALL],
    ['one place of the list', { venues: ['靱公園'] }, ALL],
    ['none of the list any more', { venues: null }, ALL],
    ['food', { food: true }, LENT],
    ['fire', { fire: true }, [...LENT, 'naked-flame', 'food']],
    ['food and fire', { food: true, fire: true }, [...LENT, 'naked-flame', 'food']],
    ['an answer of no where nobody had answered', { fire: false }, []],
    ['day and food', { startsAt: '2026-12-06T04:00:00.000Z', food: true }, ALL],
  ] as const)('%s', (_what, change, flags) => {
    expect(flagsToSettleAnew(market, { ...market, ...change } as typeof market)).toEqual(flags);
  });
});
