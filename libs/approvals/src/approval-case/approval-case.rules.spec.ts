import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CASE_STATUSES } from './approval-case.entity.js';
import { decidedBefore, decisionVerdict, statusAfter, submissionVerdict } from './approval-case.rules.js';
import { changesBetween } from './changes.rules.js';
import { DECISION_KINDS, type DecisionKind } from './decision.entity.js';

const pending = { status: 'pending', submittedBy: 'host', decidedBy: 'clerk', comment: 'わけ' } as const;

describe('a decision', () => {
  it.each(DECISION_KINDS)('%s is possible on what is pending, and on nothing else', (kind) => {
    for (const status of CASE_STATUSES) {
      expect(decisionVerdict({ ...pending, kind, status })).toBe(status === 'pending' ? true : 'approval.not-pending');
    }
    expect(statusAfter(kind, null)).toBe(kind);
  });

  it.each(DECISION_KINDS)('%s of one\'s own submission', (kind) => {
    const judges = kind !== 'withdrawn';
    expect(decisionVerdict({ ...pending, kind, decidedBy: 'host' })).toBe(judges ? 'approval.own-submission' : true);
  });

  it.each(DECISION_KINDS)('%s without a reason', (kind) => {
    const needed = kind === 'returned' || kind === 'rejected';
    for (const comment of [null, '', ' 　']) expect(decisionVerdict({ ...pending, kind, comment })).toBe(needed ? 'approval.reason-required' : true);
  });

  it('has its reason in a word about one field, when something is returned', () => {
    const remarked = { ...pending, comment: null, remarks: [{}] };
    expect(decisionVerdict({ ...remarked, kind: 'returned' })).toBe(true);
    expect(decisionVerdict({ ...remarked, kind: 'rejected' })).toBe('approval.reason-required');
  });
});

it('of a change leaves standing what was approved, unless it is approved itself or sent back', () => {
  expect(DECISION_KINDS.map((kind) => [kind, statusAfter(kind, 1)])).toEqual([
    ['returned', 'returned'],
    ['approved', 'approved'],
    ['rejected', 'approved'],
    ['withdrawn', 'approved'],
  ]);
});

it('takes a change of what was approved, and of nothing else that is over', () => {
  expect(CASE_STATUSES.map((status) => submissionVerdict(status, true))).toEqual(['approval.already-pending', true, true, true, 'approval.already-decided']);
});

it('is handed in once, and again after a return or a withdrawal', () => {
  expect(submissionVerdict(null)).toBe(true);
  expect(Object.fromEntries(CASE_STATUSES.map((status) => [status, submissionVerdict(status)]))).toEqual({
    pending: 'approval.already-pending',
    returned: true,
    withdrawn: true,
    approved: 'approval.already-decided',
    rejected: 'approval.already-decided',
  });
});

describe('what changed', () => {
  it('names fields, in the order of the newer revision, with both values', () => {
    expect(changesBetween({ title: 'A', place: '島津公園', food: false }, { title: 'A', place: '松島公園', food: true, fee: null })).toEqual([
      { field: 'place', before: '島津公園', after: '松島公園' },
      { field: 'food', before: false, after: true },
    ]);
  });

  it('follows things by their id or key, not by their place in the list', () => {
    const before = { frames: [{ id: 'a', capacity: 80 }], duties: [{ key: 'x', people: 4 }] };
    const after = { frames: [{ id: 'b', capacity: 5 }, { id: 'a', capacity: 120 }], duties: [] };
    expect(changesBetween(before, after)).toEqual([
      { field: 'frames.b', before: null, after: { id: 'b', capacity: 5 } },
      { field: 'frames.a.capacity', before: 80, after: 120 },
      { field: 'duties.x', before: { key: 'x', people: 4 }, after: null },
    ]);
  });

  it('names every field that differs and no other, whatever stands in it', () => {
    const value = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant(null));
    const field = fc.constantFrom('title', 'placeName', 'startsAt', 'food', 'fire', 'feeText');
    const snapshot = fc.dictionary(field, value);
    fc.assert(
      fc.property(snapshot, snapshot, (before, after) => {
        const named = changesBetween(before, after);
        const differing = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((each) => (before[each] ?? null) !== (after[each] ?? null));
        expect(named.map((change) => change.field).sort()).toEqual(differing.sort());
        for (const change of named) expect([change.before, change.after]).toEqual([before[change.field] ?? null, after[change.field] ?? null]);
        expect(changesBetween(after, structuredClone(after))).toEqual([]);
      }),
    );
  });

  it('sees nothing where nothing changed', () => {
    const same = { a: [1, 2], b: { c: null } };
    expect(changesBetween(same, structuredClone(same))).toEqual([]);
    expect(changesBetween({ a: null }, {})).toEqual([]);
  });
});

describe('what a revision is compared with', () => {
  const decided = (kinds: readonly DecisionKind[]) => kinds.map((kind, at) => ({ revisionNumber: at + 1, kind }));

  it('is the newest one before it that the ward decided on', () => {
    expect(decidedBefore(1, [])).toBe(null);
    expect(decidedBefore(2, decided(['returned']))).toBe(1);
    expect(decidedBefore(3, decided(['returned', 'approved']))).toBe(2);
    // Decided by now itself, it is still compared with what was before.
    expect(decidedBefore(2, decided(['returned', 'approved']))).toBe(1);
  });

  it('is never one that was taken back', () => {
    expect(decidedBefore(2, decided(['withdrawn']))).toBe(null);
    expect(decidedBefore(4, decided(['returned', 'withdrawn', 'withdrawn']))).toBe(1);
  });
});
