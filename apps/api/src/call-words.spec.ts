import { describe, expect, it } from '@jest/globals';
import { translator } from '@yoriai/ui';
import { sayOf } from './call-words.js';

const NOWHERE = { startsAt: null, endsAt: null, placeName: null };
const letter = (kind: string, params: Record<string, unknown>) => ({ id: '1', kind, params, why: 'no-address' }) as unknown as Parameters<typeof sayOf>[1];

describe('what a caller says', () => {
  it.each([
    ['confirmed', '参加が決まりました'],
    ['guardian_pending', '保護者の同意を待っています'],
    ['waitlisted', 'キャンセル待ちになりました'],
    ['declined', '今回は参加いただけない'],
  ])('is the answer itself, not that there is one: %s', (outcome, words) => {
    for (const kind of ['application-answered', 'application-drawn']) expect(sayOf(translator('ja'), letter(kind, { outcome }), NOWHERE)).toContain(words);
  });

  it('is what a letter of before says that kept no outcome', () => {
    expect(sayOf(translator('ja'), letter('application-drawn', {}), NOWHERE)).toBe('抽選の結果をお伝えください。');
  });
});
