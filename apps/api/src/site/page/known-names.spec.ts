import { describe, expect, it } from '@jest/globals';
import { nameReader } from './known-names.js';

const readKnownNames = nameReader([]);

const ruby = (name: string, reading: string) => `<ruby>${name}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>`;

describe('names of the ward', () => {
  it('are read wherever they stand in the text of a page, the longest first', () => {
    expect(readKnownNames('<p>靱公園 バラ園（西区靱本町）</p>')).toBe(`<p>${ruby('靱公園', 'うつぼこうえん')} バラ${ruby('園', 'えん')}（${ruby('西区', 'にしく')}${ruby('靱本町', 'うつぼほんまち')}）</p>`);
    expect(readKnownNames('西船場連合振興町会')).toBe(`${ruby('西船場', 'にしせんば')}${ruby('連合振興町会', 'れんごうしんこうちょうかい')}`);
  });

  it('stay as they are where a reading stands already or cannot stand', () => {
    for (const html of [
      '<title>靱公園 | 寄合</title>',
      '<option value="x">九条</option>',
      '<textarea>靱公園</textarea>',
      '<img alt="靱公園">',
      '<a href="/e?q=靱公園" title="靱公園">a</a>',
      '<ruby>靱公園<rp>（</rp><rt>うつぼ</rt><rp>）</rp></ruby>',
      '<svg><title>靱公園</title><text>靱</text></svg>',
    ])
      expect(readKnownNames(html)).toBe(html);
  });

  it('are not found inside other words', () => {
    expect(readKnownNames('<p>東九条と全町会、高台へ</p>')).toBe('<p>東九条と全町会、高台へ</p>');
  });

  it('stand beside the usual words for duties, as long as they are whole words', () => {
    expect(readKnownNames('<h3>受付・見守り</h3>')).toBe(`<h3>${ruby('受付', 'うけつけ')}・${ruby('見守り', 'みまもり')}</h3>`);
    expect(readKnownNames('<h3>会場づくり</h3><h3>会場整理</h3>')).toBe(`<h3>${ruby('会場', 'かいじょう')}づくり</h3><h3>${ruby('会場整理', 'かいじょうせいり')}</h3>`);
    for (const html of ['<p>総合案内所</p>', '<p>案内所</p>', '<p>受付中</p>']) expect(readKnownNames(html)).toBe(html);
  });

  it('that associations gave themselves are read as they said, in the parts that are known', () => {
    const read = nameReader([
      ['本田連合振興町会', 'ほんでんれんごうしんこうちょうかい'],
      ['九条一丁目町会', 'くじょういっちょうめちょうかい'],
      ['町会', 'まちかい'],
      ['みどりの会', 'みどりのかい'],
      ['森+木の会', 'もりときのかい'],
      ['<b>会', 'かい'],
      ['無音会', ''],
      ['長名前団体連絡協議会', 'ながい'],
    ]);
    expect(read('<p>本田連合振興町会の本田さん</p>')).toBe(`<p>${ruby('本田', 'ほんでん')}${ruby('連合振興町会', 'れんごうしんこうちょうかい')}の本田さん</p>`);
    expect(read('九条一丁目町会')).toBe(`${ruby('九条', 'くじょう')}${ruby('一丁目', 'いっちょうめ')}${ruby('町会', 'ちょうかい')}`);
    expect(read('町会')).toBe(ruby('町会', 'まちかい'));
    expect(read('みどりの会と森+木の会')).toBe(`${ruby('みどりの会', 'みどりのかい')}と${ruby('森+木の会', 'もりときのかい')}`);
    expect(read('長名前団体連絡協議会')).toBe('長名前団体連絡協議会');
    expect(read('<i>無音会</i>&lt;b&gt;会')).toBe('<i>無音会</i>&lt;b&gt;会');
  });
});
