import { describe, expect, it } from '@jest/globals';
import { venuesAfter } from './venues-after.rules.js';

const ROSES = '靱公園 バラ園';

describe('the places of the list after the place is written otherwise', () => {
  it.each([
    ['another place that is not of the list', [ROSES], ROSES, 'センターコート前', false, []],
    ['another of the list', [ROSES], ROSES, '松島公園', true, ['松島公園']],
    ['the same in more words', [ROSES], ROSES, '靱公園 バラ園（雨のときはテント）', false, [ROSES]],
    ['one of two', [ROSES, '松島公園'], '靱公園 バラ園と松島公園', '松島公園', true, ['松島公園']],
    ['none at all', [ROSES], ROSES, null, false, []],
    ['a place that the name never told stays', [ROSES], 'いつもの広場', '噴水の前', false, [ROSES]],
    ['a place where there was no name', [ROSES], null, '噴水の前', false, [ROSES]],
  ] as const)('%s', (_what, venues, before, after, isListed, left) => {
    expect(venuesAfter(venues, { before, after, isListed })).toEqual(left);
  });
});
