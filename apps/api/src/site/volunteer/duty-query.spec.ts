import { describe, expect, it } from '@jest/globals';
import { DUTY_KINDS, wordsOf } from './duty-kinds.js';
import { dutiesPath, dutyWish, isNarrowed, readDuties } from './duty-query.js';

describe('what one does on a duty', () => {
  it.each([
    ['受付', ['desk']],
    ['受付・見守り', ['desk', 'watch']],
    ['会場づくり・いす並べ', ['hands']],
    ['配膳とお話相手', ['food', 'care']],
    ['救護', ['care']],
    ['ｺﾞﾐの分別', ['hands']],
    ['工作の手伝い', ['other']],
  ])('%s: %j', (duty, kinds) => {
    const says = (pattern: string): boolean => new RegExp(pattern, 'u').test(duty.normalize('NFKC'));
    const found = DUTY_KINDS.filter((kind) => {
      const words = wordsOf(kind);
      return words.says === undefined ? !says(words.saysNot ?? '') : says(words.says);
    });
    expect(found).toEqual(kinds);
  });
});

describe('the address of the free duties', () => {
  it('keeps what makes sense, in one order', () => {
    expect(readDuties({ kind: 'desk', when: '2026-11-28..2026-11-29', area: 'horie', q: 'x', page: '1' })).toEqual({ from: '2026-11-28', to: '2026-11-29', area: 'horie', kind: 'desk' });
    expect(readDuties({ kind: 'cats', when: 'past', area: '../x', to: ['a'], page: '-1' })).toEqual({});
    expect(dutiesPath({ kind: 'desk', from: '2026-11-28' })).toBe('/volunteer?from=2026-11-28&kind=desk');
    expect(dutiesPath({ kind: 'desk', from: '2026-11-28', to: '2026-11-28' }, 'from', 'to')).toBe('/volunteer?kind=desk');
    expect(dutiesPath({})).toBe('/volunteer');
  });

  it('turns pages of one list; another list begins at its first', () => {
    const query = readDuties({ kind: 'desk', page: '3' });
    expect(dutiesPath(query)).toBe('/volunteer?kind=desk&page=3');
    expect(dutiesPath(query, 'kind')).toBe('/volunteer');
    expect([isNarrowed(query), isNarrowed({ page: 3 })]).toEqual([true, false]);
  });

  it('asks for days as they are in Japan, and for nothing where the area is not one of ours', () => {
    const areas = [{ id: 'a', slug: 'horie' }];
    expect(dutyWish(readDuties({ when: '2026-11-29..2026-11-29', area: 'horie' }), areas)).toEqual({
      from: new Date('2026-11-28T15:00:00Z'),
      to: new Date('2026-11-29T15:00:00Z'),
      areaId: 'a',
    });
    expect(dutyWish({}, areas)).toEqual({});
    expect(dutyWish({ area: 'nowhere' }, areas)).toBeNull();
  });
});
