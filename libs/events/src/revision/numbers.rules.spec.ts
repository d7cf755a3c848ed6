import { describe, expect, it } from '@jest/globals';
import { inFigures, inKanji } from './numbers.rules.js';

describe('numbers of a text', () => {
  it.each([
    ['いきいき百歳体操', 'いきいき100歳体操'],
    ['北堀江一丁目 ２階', '北堀江1丁目 2階'],
    ['第二十三回、千百十一人', '第23回、1111人'],
    ['二〇二六年', '2026年'],
    ['バラの会', 'バラの会'],
  ])('%s in figures: %s', (text, figures) => {
    expect(inFigures(text)).toBe(figures);
  });

  it.each([
    ['１００歳体操', '百歳体操'],
    ['江戸堀2-15-3', '江戸堀二-十五-三'],
    ['0歳から十歳', '〇歳から十歳'],
    ['06100000120', '06100000120'],
  ])('%s in kanji: %s', (text, kanji) => {
    expect(inKanji(text)).toBe(kanji);
  });

  it('are the same number in both, from 1 to 9999', () => {
    const wrong = Array.from({ length: 9999 }, (_, index) => `${index + 1}`).filter((number) => inFigures(inKanji(number)) !== number || /\d/.test(inKanji(number)));
    expect(wrong).toEqual([]);
  });
});
