import { describe, expect, it } from '@jest/globals';
import { t } from '../../i18n.js';
import { toldLines } from './told-words.js';

describe('who hears of a change', () => {
  const some = { people: 11, applicants: 9, volunteers: 3, byMail: 8, byPhone: 3, leaving: [] };

  it('is said before and after, by mail and by phone', () => {
    expect(toldLines(t, some, 'asked')).toEqual(['承認すると、11人に変更をお知らせします', '申し込んだ方 9人・当番の方 3人', 'メール 8人', '電話 3人（主催がかけます）']);
    expect(toldLines(t, some, 'done')[0]).toBe('11人に変更をお知らせしています');
  });

  it('leaves out what nobody falls under, and says so when it is nobody', () => {
    expect(toldLines(t, { ...some, volunteers: 0, byPhone: 0 }, 'asked')).toEqual(['承認すると、11人に変更をお知らせします', '申し込んだ方 9人', 'メール 8人']);
    const nobody = { people: 0, applicants: 0, volunteers: 0, byMail: 0, byPhone: 0, leaving: [] };
    expect(toldLines(t, nobody, 'asked')).toEqual(['承認しても、申込や当番の方へのお知らせはありません']);
    expect(toldLines(t, nobody, 'done')).toEqual(['申込や当番の方へのお知らせはありません']);
  });
});
