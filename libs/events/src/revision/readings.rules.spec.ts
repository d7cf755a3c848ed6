import { describe, expect, it } from '@jest/globals';
import { ENGLISH_WORDS } from './latin-words.rules.js';
import { searchWays, WRITTEN_WAYS } from './readings.rules.js';
import { searchable } from './search.form.js';
import { searchPatterns, searchWords } from './search.rules.js';

/** As the database looks: each word, in any of its ways, in a text whose words begin lines. */
const finds = (q: string, text: string): boolean =>
  searchWays(searchWords(q)).every((ways) => searchPatterns(ways).some((pattern) => `\n${searchable(text)}`.includes(pattern.replaceAll('%', ''))));

describe('words that are written in several ways', () => {
  const pairs = WRITTEN_WAYS.flatMap((ways) => ways.flatMap((typed) => ways.map((written) => [typed, written] as const)));

  it.each(pairs)('%s finds %s', (typed, written) => {
    expect([finds(typed, written), finds(`${typed}大会`, `${written}大会`)]).toEqual([true, true]);
  });

  it('stand in the form in which texts are searched, each in one group, the longer first', () => {
    const all = WRITTEN_WAYS.flat();
    expect([all.map(searchable), new Set(all).size]).toEqual([all, all.length]);
    for (const ways of WRITTEN_WAYS) ways.forEach((way, at) => expect(ways.slice(at + 1).some((later) => later !== way && later.includes(way))).toBe(false));
  });

  it('are found in whatever kana, inside a longer word, and with the other words', () => {
    expect([finds('タコ', '凧あげ大会'), finds('餅つき', '町のもちつき'), finds('夏祭り', '夏まつり'), finds('そうじ 公園', '公園の清掃')]).toEqual([true, true, true, true]);
    expect([finds('凧 公園', 'たこあげ'), finds('凧', 'こま回し')]).toEqual([false, false]);
  });

  it('cost little: two words of a search at most, each in three ways', () => {
    expect(searchWays(['凧', '公園', '祭り', '餅'])).toEqual([['凧', 'たこ'], ['公園'], ['祭', 'まつり'], ['餅']]);
    expect(Math.max(...WRITTEN_WAYS.map(([typed]) => searchWays([typed!])[0]!.length))).toBeLessThanOrEqual(3);
  });
});

describe('words in Latin letters', () => {
  it('are found by their meaning, one or many, and as they sound', () => {
    expect([finds('kite', 'たこあげ大会'), finds('Kites', '凧あげ'), finds('film', 'こどもワクワク映画会'), finds('movies', '映画会'), finds('parties', 'ぱーてぃー')]).toEqual([true, true, true, true, false]);
    expect([finds('tako', 'たこあげ'), finds('eiga', 'えいがかい'), finds('Utsubo', 'うつぼこうえん'), finds('horie park', 'ほりえ公園')]).toEqual([true, true, true, true]);
    expect([finds('kite', '体操'), finds('film', '読書会'), finds('xyz', 'たこあげ')]).toEqual([false, false, false]);
  });

  it('are found as they stand too, and cost no more than other words', () => {
    expect([finds('LINE', 'LINE講座'), finds('sns', 'SNSのはじめかた')]).toEqual([true, true]);
    expect(searchWays(['music', 'kite', 'rose'])).toEqual([['music', '音楽', 'コンサート'].map(searchable), ['kite', 'たこ', '凧'], ['rose']]);
    expect(Math.max(...Object.keys(ENGLISH_WORDS).map((word) => searchWays([word])[0]!.length))).toBeLessThanOrEqual(3);
  });
});
