import { describe, expect, it } from '@jest/globals';
import { STAFF_LIMITS, USUAL_LIMITS, expiryOf, sessionVerdict, wantsTouch } from './session.rules.js';

const HOUR = 60 * 60 * 1000;
const startedAt = new Date('2026-11-22T09:00:00+09:00');
const at = (hours: number) => new Date(startedAt.getTime() + hours * HOUR);
const session = (lastSeenHours: number, limits = USUAL_LIMITS) => ({
  startedAt,
  lastSeenAt: at(lastSeenHours),
  expiresAt: expiryOf(startedAt, limits),
  endedAt: null,
});

describe('sessionVerdict', () => {
  it.each([
    ['a volunteer after 30 days', session(29 * 24), USUAL_LIMITS, 30 * 24, 'session.ended'],
    ['a volunteer just before', session(29 * 24), USUAL_LIMITS, 30 * 24 - 0.001, 'alive'],
    ['a volunteer unused for 14 days', session(0), USUAL_LIMITS, 14 * 24, 'session.ended'],
    ['staff after 8 hours', session(7.5), STAFF_LIMITS, 8, 'session.ended'],
    ['staff just before', session(7.5), STAFF_LIMITS, 7.999, 'alive'],
    ['staff unused for 2 hours', session(1), STAFF_LIMITS, 3, 'session.ended'],
  ] as const)('%s', (_, given, limits, hours, verdict) => {
    expect(sessionVerdict(given, limits, at(hours))).toBe(verdict);
  });

  it('is over when it was ended', () => {
    expect(sessionVerdict({ ...session(0), endedAt: startedAt }, USUAL_LIMITS, startedAt)).toBe('session.ended');
  });
});

describe('wantsTouch', () => {
  it('writes at most every five minutes', () => {
    expect(wantsTouch(session(0), at(4.9 / 60))).toBe(false);
    expect(wantsTouch(session(0), at(5 / 60))).toBe(true);
  });
});
