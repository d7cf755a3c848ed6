import { describe, expect, it } from '@jest/globals';
import { businessDaysBefore } from '../approval-case/due.rules.js';
import { dueOn, isWanted, itemStateAfter, itemStepVerdict, keepingShut, type GatedItem, type ItemStepFacts } from './checklist.rules.js';

const HOST = 'host';
const WARD = 'ward';
const open: ItemStepFacts = { state: 'open', judgedBy: 'ward', parties: [HOST], by: WARD, hasFile: false };

describe('a procedure', () => {
  it.each([
    [['park'], ['park', 'fire'], true],
    [['participants', 'volunteers'], ['volunteers'], true],
    [['road'], ['park'], false],
    [['road'], [], false],
    [[], [], true],
  ])('that is asked for by %j is needed for %j: %s', (flags, given, wanted) => {
    expect(isWanted({ flags, ended: false }, new Set(given))).toBe(wanted);
    expect(isWanted({ flags, ended: true }, new Set(given))).toBe(false);
  });

  it.each([
    // Thursday 24 December 2026 to Monday 11 January 2027 (成人の日): the office is closed from 29 December to 3 January.
    ['2027-01-05', 1, '2027-01-04'],
    ['2027-01-05', 2, '2026-12-28'],
    ['2027-01-12', 3, '2027-01-06'],
    ['2026-11-29', 3, '2026-11-25'],
    ['2026-11-24', 1, '2026-11-20'],
    ['2026-11-29', 0, '2026-11-29'],
  ])('for %s with %d business days before it is due on %s', (begins, leadDays, due) => {
    expect(dueOn({ leadDays }, begins)).toBe(due);
    expect(businessDaysBefore(begins, leadDays)).toBe(due);
  });

  it('has no day while the event has none', () => {
    expect(dueOn({ leadDays: 3 }, null)).toBeNull();
  });
});

describe('what is said about a procedure', () => {
  it.each([
    ['reported', { by: HOST, words: '' }, 'approval.words-required'],
    ['reported', { by: HOST, words: '出しました。' }, true],
    ['reported', { by: HOST, words: null, hasFile: true }, true],
    ['reported', { by: HOST, words: null, judgedBy: 'host' }, true],
    ['reported', { by: HOST, state: 'reported' }, 'approval.item-reported'],
    ['reported', { by: HOST, state: 'waived' }, 'approval.item-settled'],
    ['confirmed', { words: null }, 'approval.words-required'],
    ['confirmed', { words: null, state: 'reported' }, true],
    ['confirmed', { state: 'reported', by: HOST }, 'approval.own-report'],
    ['confirmed', { state: 'confirmed' }, 'approval.item-settled'],
    ['waived', { words: ' ' }, 'approval.words-required'],
    ['waived', { words: 'ホットプレートだけなので。' }, true],
    ['waived', { words: 'いらない。', by: HOST }, 'approval.own-report'],
    ['sent-back', { words: '印がありません。' }, 'approval.item-open'],
    ['sent-back', { words: '印がありません。', state: 'reported' }, true],
    ['sent-back', { words: '中止になったと聞きました。', state: 'confirmed' }, true],
    ['sent-back', { words: null, state: 'reported' }, 'approval.words-required'],
    ['withdrawn', { state: 'confirmed', by: HOST }, true],
    ['withdrawn', { state: 'reported', by: HOST }, true],
    ['withdrawn', { state: 'withdrawn', by: HOST }, 'approval.item-withdrawn'],
    ['withdrawn', { state: 'waived', by: HOST }, 'approval.nothing-to-withdraw'],
    ['withdrawn', { by: HOST }, 'approval.nothing-to-withdraw'],
  ] as const)('%s %j: %s', (kind, facts, verdict) => {
    expect(itemStepVerdict(kind, { ...open, ...facts })).toBe(verdict);
  });

  it('the host settles what is its own to look at, and reports what is the ward’s', () => {
    expect([itemStateAfter('reported', 'host'), itemStateAfter('reported', 'ward'), itemStateAfter('sent-back', 'ward'), itemStateAfter('waived', 'ward')]).toEqual(['confirmed', 'reported', 'open', 'waived']);
  });
});

describe('a gate', () => {
  const item = (given: Partial<GatedItem>): GatedItem => ({ code: 'food', gate: 'approval', state: 'open', wanted: true, condition: null, ...given });

  it.each([
    [{}, true],
    [{ state: 'reported' }, true],
    [{ state: 'confirmed' }, false],
    [{ state: 'waived' }, false],
    [{ wanted: false }, false],
    [{ condition: 'open' }, false],
    [{ gate: 'publication' }, false],
  ] as const)('is kept shut by %j: %s', (given, shut) => {
    expect(keepingShut([item(given)], 'approval').length > 0).toBe(shut);
  });
});
