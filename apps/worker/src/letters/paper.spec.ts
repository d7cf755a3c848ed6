import { describe, expect, test } from '@jest/globals';
import { asHtml, asText, type Paper } from './paper.js';

const PAPER: Paper = {
  lang: 'ja',
  greeting: '西 花子 様',
  lead: ['申し込みました。'],
  blocks: [{ heading: 'バラ園<コンサート>', facts: [['日時', '11月29日(日) 13時〜15時']], link: { label: '切符を開く', url: 'https://example.jp/t/a?b=1&c=2' } }],
  after: ['当日の朝でもだいじょうぶです。'],
  foot: ['寄合 Yoriai'],
};

describe('a letter', () => {
  test('as text', () => {
    expect(asText(PAPER)).toBe(
      [
        '西 花子 様',
        '',
        '申し込みました。',
        '',
        '■ バラ園<コンサート>',
        '日時：11月29日(日) 13時〜15時',
        '',
        '▼ 切符を開く',
        'https://example.jp/t/a?b=1&c=2',
        '',
        '当日の朝でもだいじょうぶです。',
        '',
        '--',
        '寄合 Yoriai',
        '',
      ].join('\n'),
    );
  });

  test('as HTML nothing that was typed becomes a tag', () => {
    const html = asHtml(PAPER);
    expect(html).toContain('バラ園&lt;コンサート&gt;');
    expect(html).toContain('href="https://example.jp/t/a?b=1&amp;c=2"');
    expect(html).not.toMatch(/<script|<img|http:\/\//);
  });
});

describe('a letter in another language', () => {
  const easy: Paper = { ...PAPER, lang: 'ja-easy', lead: ['{申|もう}し{込|こ}みました。'], blocks: [] };

  test('has its readings in brackets as text and above their words in HTML', () => {
    expect(asText(easy)).toContain('申（もう）し込（こ）みました。');
    expect(asHtml(easy)).toContain('<html lang="ja">');
    expect(asHtml(easy)).toContain('<ruby>申<rp>（</rp><rt>もう</rt><rp>）</rp></ruby>し');
  });

  test('cannot be used to smuggle a tag in a reading', () => {
    expect(asHtml({ ...easy, lead: ['{<b>|<script>}'] })).not.toMatch(/<b>|<script>/);
  });

  test('says in English what it is', () => {
    expect(asHtml({ ...PAPER, lang: 'en' })).toContain('<html lang="en">');
    expect(asText({ ...PAPER, lang: 'en' })).toContain('日時: 11月29日(日)');
  });
});
