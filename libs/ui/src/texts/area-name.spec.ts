import { describe, expect, it } from '@jest/globals';
import { areaName } from './area-name.js';

describe('the name of an area', () => {
  const east = { name: '九条東', slug: 'kujo-higashi' };

  it('is the one it has, and in English the same in roman letters', () => {
    expect(areaName({ lang: 'ja' }, east)).toBe('九条東');
    expect(areaName({ lang: 'ja-easy' }, east)).toBe('九条東');
    expect(areaName({ lang: 'en' }, east)).toBe('Kujo-Higashi');
    expect(areaName({ lang: 'en' }, { name: '靱', slug: 'utsubo' })).toBe('Utsubo');
  });
});
