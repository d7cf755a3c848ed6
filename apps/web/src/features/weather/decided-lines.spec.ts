import type { WardDecision } from '@yoriai/api-client';
import { expect, it } from '@jest/globals';
import { t } from '../../i18n.js';
import { decidedLines, unread } from './decided-lines.js';

const DECIDED: WardDecision = {
  ...{ eventId: 'a', title: 'むかしあそび', kana: null, kind: 'cancelled', reason: '警報が出ているため', by: '木村 あや', decidedAt: '2026-11-27T16:09:00.000Z' },
  ...{ wasStartsAt: '2026-12-05T04:00:00.000Z', startsAt: '2026-12-05T04:00:00.000Z', isRead: false },
};
const NOW = new Date('2026-11-28T00:00:00.000Z');

it('home says what I have not read, of a day that is not long over', () => {
  expect(unread([DECIDED, { ...DECIDED, isRead: true }], NOW)).toEqual([DECIDED]);
  expect(unread([DECIDED], new Date('2026-12-13T00:00:00.000Z'))).toEqual([]);
});

it('who decided and when, and why; put off, from which day to which', () => {
  expect(decidedLines(t, DECIDED, '西区')).toEqual(['決めた人：西区役所　木村 あや（11月28日(土) 1時9分）', '理由：警報が出ているため']);
  expect(decidedLines(t, { ...DECIDED, kind: 'postponed', startsAt: '2026-12-12T04:00:00.000Z' }, '西区').at(-1)).toBe('12月5日(土) から 12月12日(土) になりました');
});
