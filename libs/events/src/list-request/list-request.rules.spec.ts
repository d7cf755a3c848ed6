import { describe, expect, it } from '@jest/globals';
import { TAKEN_WITHIN_MS, WAITS_MS, decideVerdict, stateOf, takeVerdict, type RequestFacts } from './list-request.rules.js';

const ASKED = new Date('2026-11-22T01:00:00Z');
const DECIDED = new Date('2026-11-23T01:00:00Z');
const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
const waiting: RequestFacts = { askedBy: 'a', askedAt: ASKED, verdict: null, decidedAt: null, takenAt: null };
const allowed: RequestFacts = { ...waiting, verdict: 'allowed', decidedAt: DECIDED };
const refused: RequestFacts = { ...allowed, verdict: 'refused' };
const taken: RequestFacts = { ...allowed, takenAt: after(DECIDED, 1) };

describe('a request for a list', () => {
  it.each([
    ['waits until somebody looked at it', waiting, after(ASKED, WAITS_MS - 1), 'waiting'],
    ['lapses when nobody did in time', waiting, after(ASKED, WAITS_MS), 'lapsed'],
    ['that was allowed may be taken for a day', allowed, after(DECIDED, TAKEN_WITHIN_MS - 1), 'allowed'],
    ['lapses after that day', allowed, after(DECIDED, TAKEN_WITHIN_MS), 'lapsed'],
    ['that was refused stays so', refused, after(DECIDED, WAITS_MS * 9), 'refused'],
    ['that was taken stays so', taken, after(DECIDED, WAITS_MS * 9), 'taken'],
  ] as const)('%s', (_, request, now, state) => {
    expect(stateOf(request, now)).toBe(state);
  });

  it('is decided once, by another person than who asked, while it waits', () => {
    const now = after(ASKED, 1);
    expect([decideVerdict(waiting, 'b', now), decideVerdict(waiting, 'a', now), decideVerdict(waiting, 'b', after(ASKED, WAITS_MS))]).toEqual([true, 'list-request.second-person', 'list-request.lapsed']);
    expect([allowed, refused, taken].map((request) => decideVerdict(request, 'b', DECIDED))).toEqual(Array(3).fill('list-request.decided'));
    expect(decideVerdict(allowed, 'b', after(DECIDED, TAKEN_WITHIN_MS))).toBe('list-request.decided');
  });

  it('gives the list once, while it is allowed', () => {
    const now = after(DECIDED, 2);
    expect([undefined, waiting, allowed, refused, taken].map((request) => takeVerdict(request, now))).toEqual(['list-request.needed', 'list-request.waiting', true, 'list-request.refused', 'list-request.taken']);
    expect(takeVerdict(allowed, after(DECIDED, TAKEN_WITHIN_MS))).toBe('list-request.lapsed');
  });
});
