import { describe, expect, it } from '@jest/globals';
import { emptyHand, handRequest, takesHands } from './hand.js';

describe('somebody heard of by telephone', () => {
  it('is sent without what was left empty, and without blanks around', () => {
    expect(handRequest({ ...emptyHand(), name: ' 山田 太郎 ', kana: 'やまだ たろう　', phone: ' 06-0000-0001 ', email: ' ' })).toEqual({
      channel: 'phone',
      name: '山田 太郎',
      kana: 'やまだ たろう',
      phone: '06-0000-0001',
    });
    expect(handRequest({ ...emptyHand('desk'), name: '山田', kana: 'やまだ', email: 'taro@example.jp ' })).toEqual({ channel: 'desk', name: '山田', kana: 'やまだ', email: 'taro@example.jp' });
    expect([handRequest({ ...emptyHand(), same: 'same' }).same, handRequest({ ...emptyHand(), same: 'other' }).same]).toEqual([true, false]);
  });

  it('goes where a place is free, until it begins', () => {
    const shift = { state: 'open' as const, free: 1, startsAt: '2026-11-29T03:00:00.000Z' };
    const before = new Date('2026-11-29T02:59:00Z');
    expect(takesHands(shift, before)).toBe(true);
    expect(takesHands({ ...shift, free: 0 }, before)).toBe(false);
    expect(takesHands({ ...shift, state: 'cancelled' }, before)).toBe(false);
    expect(takesHands(shift, new Date(shift.startsAt))).toBe(false);
  });
});
