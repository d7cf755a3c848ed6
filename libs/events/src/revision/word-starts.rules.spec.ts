import { describe, expect, it } from '@jest/globals';
import { isShortWord, wordStarts } from './word-starts.rules.js';

describe('where words begin', () => {
  it.each([
    ['親子たこあげ大会', 'たこ'],
    ['川のごみひろい', 'ごみ'],
    ['西区のたきだし訓練', 'たき'],
    ['区民まつり', 'まつ'],
    ['靱公園バラ園コンサート', 'こん'],
    ['ふれあいコンサート', 'こん'],
    ['スマホ体験教室', 'すま'],
    ['おもちつき大会', 'もち'],
    ['みんなのDVD上映会', 'dv'],
  ])('of 「%s」 is %s', (text, start) => {
    expect(wordStarts(text)).toContain(start);
  });

  it.each([
    ['スマホをさわったことがない方へ', 'たこ'],
    ['食べたことがあります', 'たこ'],
    ['揚げもの', 'げも'],
  ])('of 「%s」 is not %s', (text, inside) => {
    expect(wordStarts(text)).not.toContain(inside);
  });

  it.each([
    ['たこ', true],
    ['も', true],
    ['ai', true],
    ['まつり', false],
    ['森', false],
    ['手話', false],
    ['お茶', false],
    ['r8', false],
  ])('is asked for by 「%s」: %s', (word, short) => {
    expect(isShortWord(word)).toBe(short);
  });
});
