import { describe, expect, it } from '@jest/globals';
import { EXPORT_REASONS, loggedReason, readReason, reasonOfLog } from './export-reason.rules.js';

const logged = (said: Parameters<typeof readReason>[0]): string => loggedReason(readReason(said));

describe('a list of people as a file', () => {
  it.each(EXPORT_REASONS)('is given for a reason, which the log keeps: %s', (why) => {
    expect(logged({ why, words: ' 保険の\n名簿 ' })).toBe(`${why}: 保険の 名簿`);
    expect(logged({ why, words: 'あ'.repeat(500) })).toHaveLength(why.length + 2 + 200);
    expect(reasonOfLog(logged({ why, words: '保険: 名簿' }))).toEqual({ why, words: '保険: 名簿' });
  });

  it('needs no words but for something else', () => {
    expect(logged({ why: 'door' })).toBe('door');
    expect(reasonOfLog('door')).toEqual({ why: 'door', words: null });
    expect(() => readReason({ why: 'other', words: ' \n' })).toThrow('print.reason-missing');
  });

  it.each([{}, { why: '' }, { why: 'because' }, { words: 'いるから' }, { why: 'other', words: null }])('is refused without one: %j', (said) => {
    expect(() => readReason(said)).toThrow('print.reason-missing');
  });

  it.each([null, '', 'because: いるから', 'いるから'])('what another line of the log says is no reason of ours: %s', (text) => {
    expect(reasonOfLog(text)).toBeNull();
  });
});
