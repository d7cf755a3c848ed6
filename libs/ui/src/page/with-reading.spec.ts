import { describe, expect, it } from '@jest/globals';
import { withReading } from './with-reading.js';

describe('readings above a title', () => {
  it.each([
    ['靱公園バラ園コンサート', 'うつぼこうえんばらえんこんさーと', '{靱公園|うつぼこうえん}バラ{園|えん}コンサート'],
    ['ふれあい食事会（冬）', 'ふれあいしょくじかい(ふゆ)', 'ふれあい{食事会|しょくじかい}（{冬|ふゆ}）'],
    ['にし恋マルシェ', 'ニシコイ マルシェ', 'にし{恋|こい}マルシェ'],
    ['手づくりたこ教室', 'てづくりたこきょうしつ', '{手|て}づくりたこ{教室|きょうしつ}'],
    ['井上 光子', 'いのうえ みつこ', '{井上|いのうえ} {光子|みつこ}'],
    ['山田　はな子', 'ヤマダ ハナコ', '{山田|やまだ}　はな{子|こ}'],
    ['いきいき体操', 'いきいきたいそう', 'いきいき{体操|たいそう}'],
  ])('%s', (title, kana, marked) => {
    expect(withReading(title, kana)).toBe(marked);
  });

  it('takes any sign as a sign: hyphens, brackets, stars, narrow or wide', () => {
    const signs = [...Array.from({ length: 0x7e - 0x21 }, (_, n) => String.fromCodePoint(0x21 + n)), ...'－（）［］＋＊？．＾＄＼／ー～・'].filter((sign) => !'{|}'.includes(sign));
    for (const sign of signs) expect(withReading(`祭${sign}会`, `まつり${sign}かい`)).toMatch(/^\{祭\|まつり\}.\{会\|かい\}$/u);
    expect(withReading('J－POPの夕べ', 'ジェーポップのゆうべ')).toBe('J－POPの夕べ');
  });

  it('leaves a title alone that its reading does not fit', () => {
    expect(withReading('防災訓練 2026', 'ぼうさいくんれん')).toBe('防災訓練 2026');
    expect(withReading('花の植えかえ', null)).toBe('花の植えかえ');
    expect(withReading('a{b|c}', 'えー')).toBe('a{b|c}');
  });

  it('leaves alone what can be read in more than one way', () => {
    expect(withReading('井上 光子', 'いのうえみつこ')).toBe('井上 光子');
    expect(withReading('試験 秋の会', 'あきのかい')).toBe('試験 秋の会');
    expect(withReading('母の日の会', 'ははののひのかい')).toBe('母の日の会');
  });
});
