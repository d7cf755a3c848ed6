import { describe, expect, it } from '@jest/globals';
import { readNames } from './read-names.js';

const read = readNames([
  { name: '連合振興町会', reading: 'れんごうしんこうちょうかい' },
  { name: '松島公園', reading: 'まつしまこうえん' },
  { name: '西船場', reading: 'にしせんば' },
  { name: '九条', reading: 'くじょう' },
  { name: '町会', reading: 'ちょうかい' },
]);

describe('names of a ward', () => {
  it.each([
    ['西船場連合振興町会', '{西船場|にしせんば}{連合振興町会|れんごうしんこうちょうかい}'],
    ['松島公園 広場', '{松島公園|まつしまこうえん} 広場'],
    ['東九条の町会', '東九条の{町会|ちょうかい}'],
    ['{九条|くじょう}の町会', '{九条|くじょう}の町会'],
    ['ホール', 'ホール'],
  ])('%s', (text, shown) => {
    expect(read(text)).toBe(shown);
  });

  it('where none is known stay as they are', () => {
    expect(readNames([])('松島公園')).toBe('松島公園');
  });
});
