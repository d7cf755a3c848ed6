import { describe, expect, it } from '@jest/globals';
import { translator } from '@yoriai/ui';
import { askedOf, sayAll, sayOf } from './call-words.js';

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

  it('is why an event is off, where somebody said so', () => {
    const off = { ...NOWHERE, startsAt: '2026-11-29T01:00:00Z', endsAt: '2026-11-29T04:00:00Z' };
    expect(sayOf(translator('ja'), letter('event-cancelled', {}), { ...off, because: '台風が近づいているため。' })).toBe('中止になりました。理由：台風が近づいているため。11月29日(日) 10時〜13時においでいただかなくてだいじょうぶです。');
    expect(sayOf(translator('en'), letter('event-cancelled', {}), { ...off, because: 'a storm' })).toContain('is cancelled. Reason: a storm. They do not need to come');
    expect(sayOf(translator('ja'), letter('event-cancelled', {}), off)).not.toContain('理由');
  });

  it('is what is left out, and why, of an event in a smaller form', () => {
    const said = sayOf(translator('ja'), letter('event-reduced', { reason: '風が強いため', dropped: ['合唱', '人形劇'] }), NOWHERE);
    expect(said).toMatch(/一部を取りやめて開催します。理由：風が強いため。取りやめ：合唱、人形劇$/);
  });

  it('of a child without mail is first that it was put off, then to ask the guardian; and they are asked whether they still come', () => {
    const letters = [letter('consent-anew', {}), letter('event-postponed', { applicationIds: ['a', 'b'] }), letter('reminder-d1', {})];
    const words = sayAll(translator('ja'), letters, NOWHERE);
    expect(words).toMatch(/延期になりました。.*まだ来られるか.*保護者の方に/);
    expect(words).not.toContain('お待ちしています');
    expect(askedOf(letters)).toEqual(['a', 'b']);
    expect(sayAll(translator('ja'), letters.slice(1), NOWHERE)).toBe(sayOf(translator('ja'), letters[1]!, NOWHERE));
    expect(askedOf([letter('consent-anew', {}), letter('event-changed', { applicationIds: ['a'] })])).toEqual([]);
  });
});
