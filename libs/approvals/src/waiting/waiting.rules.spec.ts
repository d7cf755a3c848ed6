import { describe, expect, it } from '@jest/globals';
import { addDays } from '@yoriai/platform';
import { businessDaysAfter } from '../approval-case/due.rules.js';
import { couldDecide, deputyVerdict, waitingSince } from './waiting.rules.js';

describe('what has waited some business days', () => {
  it('is exactly what came in on a day from which so many have passed, weekends and holidays or not', () => {
    for (let n = 0; n < 120; n += 1) {
      const today = addDays('2026-11-01', n);
      for (const days of [3, 5]) {
        const since = waitingSince(today, days);
        expect(businessDaysAfter(since, days) <= today).toBe(true);
        expect(businessDaysAfter(addDays(since, 1), days) > today).toBe(true);
      }
    }
  });
});

describe('deciding in the place of another', () => {
  const asked = { today: '2026-11-10', since: '2026-11-02', approvers: ['a', 'b'], decidedBy: 'b', deputy: { inPlaceOf: 'a', reason: '出張のため' } };

  it('is for another approver, for a reason', () => {
    expect(deputyVerdict(asked)).toBe(true);
    expect(deputyVerdict({ ...asked, deputy: { inPlaceOf: 'b', reason: '出張のため' } })).toBe('approval.deputy-unknown');
    expect(deputyVerdict({ ...asked, deputy: { inPlaceOf: 'c', reason: '出張のため' } })).toBe('approval.deputy-unknown');
    expect(deputyVerdict({ ...asked, deputy: { inPlaceOf: 'a', reason: ' ' } })).toBe('approval.deputy-reason');
  });

  it('is for nobody who handed it in, helped to write it or confirmed it for the council', () => {
    const apart = { submittedBy: 'a', helpers: ['b'], confirmedBy: 'c' };
    expect(couldDecide(['a', 'b', 'c', 'd'], apart)).toEqual(['d']);
    expect(couldDecide(['a', 'b', 'c', 'd'], { submittedBy: 'x', helpers: [], confirmedBy: null })).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is not before five business days have passed: 3 November is a holiday', () => {
    expect(deputyVerdict({ ...asked, today: '2026-11-09' })).toBe('approval.deputy-too-early');
  });
});
