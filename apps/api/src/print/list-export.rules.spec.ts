import { describe, expect, it } from '@jest/globals';
import { EXPORT_REASONS, exportReason, isClosedCourse } from './list-export.rules.js';

describe('a list of people as a file', () => {
  it.each(EXPORT_REASONS)('is given for a reason, which the log keeps: %s', (why) => {
    expect(exportReason({ why, words: ' 保険の\n名簿 ' })).toBe(`${why}: 保険の 名簿`);
    expect(exportReason({ why, words: 'あ'.repeat(500) })).toHaveLength(why.length + 2 + 200);
  });

  it('needs no words but for something else', () => {
    expect(exportReason({ why: 'door' })).toBe('door');
    expect(() => exportReason({ why: 'other', words: ' \n' })).toThrow('print.reason-missing');
  });

  it.each([{}, { why: '' }, { why: 'because' }, { words: 'いるから' }])('is refused without one: %j', (said) => {
    expect(() => exportReason(said)).toThrow('print.reason-missing');
  });

  it('is about a closed course where only invited people come to a class', () => {
    expect([{ visibility: 'invited', category: 'class' }, { visibility: 'invited', category: 'festival' }, { visibility: 'members', category: 'class' }, { visibility: null, category: 'class' }].map(isClosedCourse)).toEqual([true, false, false, false]);
  });
});
