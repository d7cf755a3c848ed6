import { describe, expect, it } from '@jest/globals';
import { ownCode } from '../../app/own-code.js';
import { initiativeSearch } from './search.js';
import { readInitiative, writtenOf } from './written.js';

const FULL = { ...writtenOf(undefined), name: ' 花いっぱい運動 ', kana: 'はないっぱいうんどう', nameEn: 'Flowers everywhere', words: '町を花でかざります。', wordsEn: 'Flowers for our streets.', fromDay: '2027-04-01', untilDay: '2027-05-31' };

describe('an initiative that the ward writes', () => {
  it('is read from its boxes; days are a campaign’s alone', () => {
    expect(readInitiative(FULL)).toEqual({
      body: { name: '花いっぱい運動', kana: 'はないっぱいうんどう', nameEn: 'Flowers everywhere', words: '町を花でかざります。', wordsEn: 'Flowers for our streets.', kind: 'programme', field: 'fukushi', category: null, fromDay: null, untilDay: null },
      errors: {},
    });
    expect(readInitiative({ ...FULL, kind: 'campaign', category: 'cleaning' }).body).toMatchObject({ kind: 'campaign', category: 'cleaning', fromDay: '2027-04-01', untilDay: '2027-05-31' });
  });

  it('says what is missing before it is sent', () => {
    expect(Object.keys(readInitiative({ ...FULL, kana: ' ', wordsEn: '' }).errors)).toEqual(['kana', 'wordsEn']);
    // Each names its box: five times the same sentence leads nobody.
    const { errors } = readInitiative(writtenOf(undefined));
    expect([new Set(Object.values(errors)).size, errors['wordsEn']]).toEqual([5, '「どんな取組か（英語）」を書いてください。']);
    const turned = { ...FULL, kind: 'campaign', fromDay: '2027-05-31', untilDay: '2027-04-01' };
    expect(Object.keys(readInitiative(turned).errors)).toEqual(['untilDay']);
    expect(readInitiative({ ...turned, kind: 'programme' }).errors).toEqual({});
  });

  it('has a code of its own, as the ward’s list takes it, and stands in the address while it is corrected', () => {
    const codes = [ownCode(), ownCode()];
    for (const code of codes) expect(code).toMatch(/^[a-z][a-z0-9-]{1,39}$/);
    expect([new Set(codes).size, initiativeSearch({ code: 'own-1' }), initiativeSearch({ code: 3 }), initiativeSearch({})]).toEqual([2, { code: 'own-1' }, {}, {}]);
  });
});
