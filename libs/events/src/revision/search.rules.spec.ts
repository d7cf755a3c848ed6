import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchable } from './search.form.js';
import { gramsOf, searchTextOf, searchWords } from './search.rules.js';
import type { EventSnapshot } from './snapshot.js';

describe('a text as it is searched in', () => {
  it.each([
    ['ﾊﾞﾗ園', 'ばら園'],
    ['バラ　園', 'ばら園'],
    ['か゛', 'が'],
    ['靭公園', '靱公園'],
    ['髙島 ﾀﾞﾝｽ', '高島だんす'],
    ['コンサ－ト', 'こんさーと'],
    ['コンサート', 'こんさーと'],
    ['第３回「てをつなごう！」', '第3回てをつなごう'],
    ['Ｎｉｓｈｉ-ku FESTA', 'nishikufesta'],
    ['R8-0001', 'r80001'],
    ['三ヶ所・三ケ所', '三け所三け所'],
    ['㈱寄合', '株寄合'],
  ])('%s is written %s', (text, form) => {
    expect(searchable(text)).toBe(form);
  });

  it('stays as it is when it is done twice, and holds no sign that means anything to LIKE', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const form = searchable(text);
        expect(searchable(form)).toBe(form);
        expect(form).not.toMatch(/[%_\\'"<>\0]/);
      }),
    );
  });

  it('holds the readings of names of the ward beside them, and lets no word reach over two lines', () => {
    const organisation = { name: '西船場連合振興町会', kana: 'にしせんば', areaName: '西船場' };
    const snapshot = { title: 'バラの会', kana: 'ばらのかい', placeName: '靱公園', placeAddress: null, summary: '手話通訳があります', organisation } as EventSnapshot;
    const lines = searchTextOf('R8-0001', snapshot).split('\n');
    expect(lines).toEqual(expect.arrayContaining(['r80001', 'ばらの会', '靱公園', 'うつぼこうえん', 'にしせんば', 'れんごうしんこうちょうかい', '手話通訳があります']));
  });
});

it('an event is found by its title in easy Japanese and in English too', () => {
  const organisation = { name: '西船場連合振興町会', kana: null, areaName: null };
  const lines = searchTextOf('R8-0001', { title: 'バラ園コンサート', titleEasy: 'ばらの 音楽会', titleEn: 'Rose Garden Concert', kana: null, placeName: null, placeAddress: null, summary: null, organisation } as unknown as EventSnapshot).split('\n');
  expect(lines).toEqual(expect.arrayContaining(['ばら園こんさーと', 'ばらの音楽会', 'rosegardenconcert', 'ro']));
});

describe('numbers in what is searched', () => {
  const organisation = { name: '北堀江一丁目町会', kana: 'きたほりえいっちょうめちょうかい', areaName: null };
  const lines = searchTextOf('R8-0100', { title: 'いきいき百歳体操', kana: null, placeName: '会館 2階', placeAddress: null, summary: null, organisation } as EventSnapshot).split('\n');

  it('stand in both ways', () => {
    expect(lines).toEqual(expect.arrayContaining(['いきいき百歳体操', 'いきいき100歳体操', '会館2階', '会館二階', '北堀江一丁目町会', '北堀江1丁目町会']));
  });

  it('of the event itself do not: 百 is no word of R8-0100', () => {
    expect(lines.filter((line) => line.includes('百'))).toEqual(['いきいき百歳体操']);
  });
});

describe('the words of a search', () => {
  it.each([
    ['バラ　手話', ['ばら', '手話']],
    ['コンピューター', ['こんぴゅーた']],
    ['サー', ['さー']],
    ['バラ、バラ,ﾊﾞﾗ', ['ばら']],
    ['！？ %_', []],
    ['a b c d e f g h i j', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ])('of 「%s」', (q, words) => {
    expect(searchWords(q)).toEqual(words);
  });

  it('are asked for by two letters at a time, one where there is one, whole letters always', () => {
    expect(gramsOf(['手話'])).toEqual(['手話']);
    expect(gramsOf(['森'])).toEqual(['森']);
    expect(gramsOf(['ばら園', '𠮷野'])).toEqual(['ばら', 'ら園', '𠮷野']);
  });
});
