import { describe, expect, it } from '@jest/globals';
import { readKnownNames } from './known-names.js';

const ruby = (name: string, reading: string) => `<ruby>${name}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>`;

describe('names of the ward', () => {
  it('are read wherever they stand in the text of a page, the longest first', () => {
    expect(readKnownNames('<p>靱公園 バラ園（西区靱本町）</p>')).toBe(`<p>${ruby('靱公園', 'うつぼこうえん')} バラ園（${ruby('西区', 'にしく')}${ruby('靱本町', 'うつぼほんまち')}）</p>`);
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
});
