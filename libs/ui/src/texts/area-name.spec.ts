import { describe, expect, it, test } from '@jest/globals';
import { areaName, wardNameIn } from './area-name.js';

test('the ward is called by its name, in English in roman letters', () => {
  const ward = { wardName: '西区', wardNameEn: 'Nishi Ward' };
  expect([wardNameIn({ lang: 'ja' }, ward), wardNameIn({ lang: 'ja-easy' }, ward), wardNameIn({ lang: 'en' }, ward)]).toEqual(['西区', '西区', 'Nishi Ward']);
});

describe('the name of an area', () => {
  const east = { name: '九条東', slug: 'kujo-higashi' };

  it('is the one it has, and in English the same in roman letters', () => {
    expect(areaName({ lang: 'ja' }, east)).toBe('九条東');
    expect(areaName({ lang: 'ja-easy' }, east)).toBe('九条東');
    expect(areaName({ lang: 'en' }, east)).toBe('Kujo-Higashi');
    expect(areaName({ lang: 'en' }, { name: '靱', slug: 'utsubo' })).toBe('Utsubo');
  });
});
