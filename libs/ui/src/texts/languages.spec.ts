import { describe, expect, it } from '@jest/globals';
import { en } from './en/index.js';
import { translator } from './index.js';
import { ja } from './ja/index.js';
import { jaEasy } from './ja-easy/index.js';
import { LANGS, htmlLang, spokenOf, wordsOf, type TextKey } from './translate.js';

type Texts = Readonly<Record<string, string>>;

/** The values a text asks for. Not the era: やさしい日本語 counts by the Western year alone. */
const placesOf = (text: string): string => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).filter((name) => name !== 'era').sort().filter((name, at, all) => name !== all[at - 1]).join(' ');

/** What a language lacks, has too much of, or asks other values for than Japanese. */
function flawsOf(texts: Texts, original: Texts): string[] {
  const keys = new Set([...Object.keys(texts), ...Object.keys(original)]);
  return [...keys].flatMap((key) => {
    const [theirs, ours] = [texts[key], original[key]];
    if (theirs === undefined || theirs.trim() === '') return [`${key} is missing`];
    if (ours === undefined) return [`${key} is not in Japanese`];
    return placesOf(theirs) === placesOf(ours) ? [] : [`${key} asks for other values`];
  });
}

describe('the languages', () => {
  it.each(Object.entries({ 'ja-easy': jaEasy, en }))('%s says all that Japanese says', (_lang, texts) => {
    expect(flawsOf(texts, ja)).toEqual([]);
  });

  it('are guarded: a missing, an empty, a strange and a changed text are found', () => {
    const original = { a: 'あと{{count}}人', b: 'い', c: 'う' };
    expect(flawsOf({ a: '{{free}} left', b: ' ', d: 'more' }, original)).toEqual(['a asks for other values', 'b is missing', 'd is not in Japanese', 'c is missing']);
  });

  it('throw in tests for a missing text, whatever the fallback knows', () => {
    const t = wordsOf('en', { 'ui.name': 'Yoriai' }, { fallback: ja });
    expect(t('ui.name')).toBe('Yoriai');
    expect(() => t('ui.back')).toThrow('ui.back');
    expect(t.has('ui.back')).toBe(false);
  });

  it('know themselves', () => {
    expect(LANGS.map((lang) => [translator(lang).lang, htmlLang(lang)])).toEqual([['ja', 'ja'], ['ja-easy', 'ja'], ['en', 'en']]);
    expect([spokenOf(['vi', 'EN-us', 'ja']), spokenOf([]), spokenOf(['ja-easy'])]).toEqual(['en', 'ja', 'ja']);
  });

  it('bend words by number where the language does', () => {
    const key: TextKey = 'site.left.count';
    expect([1, 2, 0].map((count) => translator('en')(key, { count }))).toEqual(['1 place left', '2 places left', '0 places left']);
    expect([1, 2].map((count) => translator('ja')(key, { count }))).toEqual(['あと1人', 'あと2人']);
  });
});
