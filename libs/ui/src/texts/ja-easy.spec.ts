import { describe, expect, it } from '@jest/globals';
import { readCounts } from './ja-easy/counting.js';
import { files, jaEasy } from './ja-easy/index.js';
import { files as jaFiles, ja } from './ja/index.js';
import { wordsOf } from './translate.js';

const PLACE = /\{\{(\w+)\}\}/g;
/** `{漢字|かんじ}`: a run of kanji (with the number its reading needs) and how it is read. */
const RUBY = /\{([^{}|]+)\|([^{}|]+)\}/g;
const MOST_LETTERS = 30;

/** Words read in more than one way; every other word has one reading in all texts. */
const READ_BY_PLACE: Readonly<Record<string, readonly string[]>> = {
  上: ['あ', 'うえ'],
  下: ['さ', 'した'],
  人: ['ひと', 'にん'],
  会: ['あ', 'かい'],
  何: ['なに', 'なん'],
  入: ['い', 'はい'],
  出: ['で', 'だ'],
  分: ['ふん', 'ぷん', 'ぶん'],
  外: ['はず', 'そと'],
  急: ['いそ', 'きゅう'],
  数: ['かず', 'かぞ'],
  方: ['かた', 'ほう'],
  日: ['ひ', 'にち'],
  月: ['つき', 'がつ'],
  来: ['き', 'く', 'こ'],
  消: ['け', 'き'],
  空: ['あ', 'から'],
  行: ['い', 'おこな', 'ぎょう'],
};

/** The places of a text; easy Japanese leaves out 令和, it knows the Western year alone. */
const places = (text: string): string[] => [...text.matchAll(PLACE)].map((match) => match[1] ?? '').filter((name) => name !== 'era').sort();
const readings = (text: string) => [...text.matchAll(RUBY)].map(([, word = '', reading = '']) => ({ word, reading }));

/** Letters of a sentence on the average; spaces and rubies do not count, a place counts as four. */
function lettersOfASentence(text: string): number {
  const sentences = text.replace(PLACE, '○○○○').replace(RUBY, '$1').replace(/\s/g, '').split('。').filter(Boolean);
  return sentences.join('').length / sentences.length;
}

/** What is wrong with a text in やさしい日本語, in words. */
function flaws(text: string, original: string): string[] {
  const bare = text.replace(PLACE, '').replace(RUBY, '');
  const found: string[] = [];
  if (places(text).join() !== places(original).join()) found.push('other places than the Japanese');
  if (/\p{Script=Han}/u.test(bare)) found.push('kanji without a reading');
  if (/[{}|]/.test(bare)) found.push('a broken ruby');
  for (const { word, reading } of readings(text)) {
    if (!/^[\p{Script=Han}\d]*\p{Script=Han}[\p{Script=Han}\d]*$/u.test(word)) found.push('a ruby on more than kanji');
    if (!/^[\p{Script=Hiragana}ー]+$/u.test(reading)) found.push('a reading that is not hiragana');
  }
  if (/[~〜～]/.test(text)) found.push('a wave for から and まで');
  if (/いただ|ご覧|ごらん|おいで|申し訳|くださ[りっ]|[さかわら]れ(て|た|る|ま[すし])/.test(text.replace(RUBY, '$1'))) found.push('a form hard to read');
  if (lettersOfASentence(text) > MOST_LETTERS) found.push('long sentences');
  return found;
}

/** Words with a reading that no other text gives them and no rule allows. */
function strayReadings(texts: readonly string[]): string[] {
  const known = new Map<string, Set<string>>();
  for (const { word, reading } of texts.flatMap(readings)) known.set(word, (known.get(word) ?? new Set()).add(reading));
  return [...known]
    .filter(([word, all]) => (READ_BY_PLACE[word] ? [...all].some((one) => !READ_BY_PLACE[word]?.includes(one)) : all.size > 1))
    .map(([word, all]) => `${word}: ${[...all].join(', ')}`);
}

describe('texts in やさしい日本語', () => {
  it('stand beside the Japanese, file by file and key by key', () => {
    const shape = (all: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
      Object.fromEntries(Object.entries(all).map(([file, texts]) => [file, Object.keys(texts).sort()]));
    expect(shape(files)).toEqual(shape(jaFiles));
  });

  it('carry a reading on every kanji, short sentences and the same places', () => {
    const wrong = Object.entries<string>(jaEasy)
      .map(([key, text]) => ({ key, flaws: flaws(text, ja[key as keyof typeof ja] ?? '') }))
      .filter((one) => one.flaws.length > 0);
    expect(wrong).toEqual([]);
  });

  it('read a word in one way, or in a way of the list', () => {
    expect(strayReadings(Object.values<string>(jaEasy))).toEqual([]);
  });
});

it('children are written こども, as the ward writes them', () => {
  expect(Object.entries(jaEasy).filter(([, text]) => /\{子\|こ\}ども|子ども|子供/u.test(text)).map(([key]) => key)).toEqual([]);
});

describe('a count', () => {
  it.each([
    ['あと 1{人|にん}', 'あと {1人|ひとり}'],
    ['2{人分|にんぶん}', '{2人分|ふたりぶん}'],
    ['3{日前|にちまえ}と 5{日|にち}', '{3日前|みっかまえ}と {5日|いつか}'],
    ['14{日後|にちご}', '{14日後|じゅうよっかご}'],
    ['1{日|にち}、3{人|にん}、11{人|にん}、1,002{人|にん}、2.1{人|にん}', '1{日|にち}、3{人|にん}、11{人|にん}、1,002{人|にん}、2.1{人|にん}'],
    ['2{日曜日|にちようび}', '2{日曜日|にちようび}'],
  ])('%s is read %s', (text, read) => {
    expect(readCounts(text)).toBe(read);
  });

  it('is read when a text is said, in easy Japanese only', () => {
    expect(wordsOf('ja-easy', jaEasy)('site.left.count', { count: 2 })).toBe('あと {2人|ふたり}');
    expect(wordsOf('ja', ja)('site.left.count', { count: 2 })).toBe('あと2人');
  });
});

describe('the guard of the readings', () => {
  it.each([
    ['{行事|ぎょうじ}の 名前', '行事の名前', 'kanji without a reading'],
    ['{人々|ひとびと}と 々', '人々と', 'kanji without a reading'],
    ['あと {{free}}{人|にん}', 'あと{{count}}人', 'other places than the Japanese'],
    ['{行事|ぎょうじの', '行事の', 'a broken ruby'],
    ['{申し込み|もうしこみ}', '申し込み', 'a ruby on more than kanji'],
    ['{行事|gyoji}', '行事', 'a reading that is not hiragana'],
    ['10{時|じ}〜13{時|じ}', '10時〜13時', 'a wave for から and まで'],
    ['{見|み}て いただきます', '見ていただきます', 'a form hard to read'],
    ['{承認|しょうにん}されました', '承認されました', 'a form hard to read'],
    ['あいうえお'.repeat(7) + '。', 'あ', 'long sentences'],
  ])('finds the flaw in %s', (text, original, flaw) => {
    expect(flaws(text, original)).toContain(flaw);
  });

  it('finds a word read in two ways', () => {
    expect(strayReadings(['{当番|とうばん}', '{当番|とうはん}'])).toEqual(['当番: とうばん, とうはん']);
    expect(strayReadings(['{人|ひと}', '{人|じん}'])).toEqual(['人: ひと, じん']);
    expect(strayReadings(['{人|ひと}', '3{人|にん}'])).toEqual([]);
  });
});
