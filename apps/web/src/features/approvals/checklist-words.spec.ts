import type { EventChecklistItem } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { beforeApproval, leftOf, offWord, wordsFor } from './checklist-words.js';

const NO = 'event.staff-only';
const item: EventChecklistItem = {
  ...{ code: 'food', title: '臨時出店届', authority: '保健所', how: '', leadDays: 7, toConfirm: true, phone: null, formUrl: null, ended: false, gate: 'approval', judgedBy: 'ward', always: false, state: 'open', wanted: true },
  ...{ dueOn: '2026-11-18', conditionId: null, files: [], last: null, can: { report: true, confirm: NO, sendBack: NO, waive: NO, attach: true, withdraw: 'event.not-called-off' } },
};
const ward = { report: true, confirm: true, sendBack: 'approval.item-open', waive: true, attach: true, withdraw: 'event.not-called-off' } as const;

describe('what can be said about a procedure', () => {
  it.each([
    ['the host reports what the ward judges', item, ['report']],
    ['the host ticks its own look', { ...item, judgedBy: 'host' }, ['tick']],
    ['the ward settles what nobody reported, and need not report it first', { ...item, can: ward }, ['settle', 'waive']],
    ['the ward confirms what was reported', { ...item, state: 'reported', can: { ...ward, sendBack: true } }, ['confirm', 'send-back', 'waive']],
    ['the ward does not judge the host’s own look, but can say that it is not so', { ...item, judgedBy: 'host', state: 'confirmed', can: { ...ward, report: 'approval.item-settled', sendBack: true } }, ['send-back']],
    ['who reported waits', { ...item, state: 'reported', can: { ...item.can, report: 'approval.item-reported' } }, []],
  ] as const)('%s', (_who, of, words) => {
    expect(wordsFor(of)).toEqual(words);
  });

  it('counts what is left, and names what stands before the approval', () => {
    const all: EventChecklistItem[] = [item, { ...item, code: 'fire-appliances', state: 'reported' }, { ...item, code: 'park', gate: 'publication' }, { ...item, code: 'road', wanted: false }, { ...item, code: 'naked-flame', conditionId: 'k1' }, { ...item, code: 'ward-name', state: 'waived' }];
    expect(leftOf(all)).toBe(3);
    expect(beforeApproval({ checklist: all }).map(({ code }) => code)).toEqual(['food', 'fire-appliances']);
  });

  it.each([
    ['nothing said of it', {}, 'not-needed'],
    ['reported', { state: 'reported' }, 'take-back'],
    ['settled', { state: 'confirmed' }, 'take-back'],
    ['settled before it was put off', { last: { kind: 'reopened', words: null, at: '2026-11-20T01:00:00.000Z' } }, 'take-back'],
    ['reported, and not found done', { last: { kind: 'sent-back', words: '地図がありません。', at: '2026-11-20T01:00:00.000Z' } }, 'take-back'],
    ['the host’s own look', { always: true, state: 'confirmed' }, 'not-needed'],
    ['a condition that nobody met', { conditionId: 'k1' }, 'not-needed'],
    ['told', { state: 'withdrawn' }, undefined],
    ['never needed', { state: 'waived' }, undefined],
  ] satisfies [string, Partial<EventChecklistItem>, unknown][])('of an event that is off, %s', (_what, given, word) => {
    expect(offWord({ ...item, ...given })).toBe(word);
  });
});
