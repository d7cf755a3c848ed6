import { describe, expect, it } from '@jest/globals';
import { plainCell } from './plain-cell.js';

describe('a cell', () => {
  it.each(['=1+1', '+81', '-1', '@sum', '\tx', '\rx', '＝1', '＋1', '－1', '＠x', ' =1', '\u200b=1', '\u0001=1', '\ufeff@sum'])('%j can not be a formula', (text) => {
    expect(plainCell(text).startsWith("'")).toBe(true);
  });

  it('keeps ordinary text and drops what XML can not carry', () => {
    expect(plainCell('バラ園コンサート(秋)')).toBe('バラ園コンサート(秋)');
    expect(plainCell('\0=1')).toBe("'=1");
  });
});
