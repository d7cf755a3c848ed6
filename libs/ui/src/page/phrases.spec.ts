import { describe, expect, it } from '@jest/globals';
import { mayBreak, phrasesOf } from './phrases.js';

describe('where a Japanese name may break', () => {
  it('keeps words whole', () => {
    expect(phrasesOf('靱公園バラ園コンサート')).toEqual(['靱公園', 'バラ園', 'コンサート']);
    expect(phrasesOf('手づくりたこ教室')).toEqual(['手づくりたこ', '教室']);
    expect(phrasesOf('西区 全地域 合同防災訓練')).toEqual(['西区 ', '全地域 ', '合同防災訓練']);
  });

  it('leaves what has one part alone', () => {
    expect(phrasesOf('にっしー')).toEqual(['にっしー']);
    expect(phrasesOf('')).toEqual(['']);
  });

  it('knows the seam between two pieces', () => {
    expect(mayBreak('園', 'コン')).toBe(true);
    expect(mayBreak('バラ', '園')).toBe(false);
    expect(mayBreak('', '園')).toBe(false);
  });
});
