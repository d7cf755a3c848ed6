import { describe, expect, it } from '@jest/globals';
import { addDays } from '@yoriai/platform';
import { reviewTerm } from '../approval-case/due.rules.js';
import { FIRST_CHECK_OUTCOMES, answerVerdict, isLookedAt, lastConfirmer, lookUntil, ruleFor, type FirstCheckRule } from './first-check.rules.js';

const RULE: FirstCheckRule = { councilId: 'council', areaId: 'area', kinds: null, businessDays: 5 };
const handedIn = { organisationId: 'host', areaId: 'area', kind: 'festival' };

describe('the council that looks first', () => {
  it('is the area’s, for the kinds that were named, and never for what it holds itself', () => {
    expect(ruleFor([{ ...RULE, areaId: 'elsewhere' }, RULE], handedIn)).toBe(RULE);
    expect(ruleFor([RULE], { ...handedIn, kind: null })).toBe(RULE);
    const some = { ...RULE, kinds: ['festival'] };
    expect(['festival', 'concert', null].map((kind) => ruleFor([some], { ...handedIn, kind }))).toEqual([some, null, null]);
    expect([ruleFor([RULE], { ...handedIn, organisationId: 'council' }), ruleFor([RULE], { ...handedIn, areaId: null }), ruleFor([], handedIn)]).toEqual([null, null, null]);
  });

  it('has all its days and leaves the ward all of its own, or is not asked', () => {
    // Of a week later nothing would be left to the ward; a fortnight is not enough either, with a holiday in it.
    expect(lookUntil('2026-11-02', '2026-11-09', 5)).toBe(null);
    expect(lookUntil('2026-11-02', '2026-11-17', 5)).toBe(null);
    expect(lookUntil('2026-11-02', '2026-11-18', 5)).toBe('2026-11-10');
    expect(lookUntil('2026-11-02', null, 5)).toBe('2026-11-10');
    expect(lookUntil('2026-11-02', '2026-11-12', 1)).toBe('2026-11-04');
    expect(lookUntil('2026-11-02', '2026-11-01', 1)).toBe(null);
  });

  it('never takes a day of the ward’s, whatever the days', () => {
    for (let ahead = -3; ahead < 60; ahead += 1) {
      for (const businessDays of [1, 5, 20]) {
        const begins = addDays('2026-11-02', ahead);
        const until = lookUntil('2026-11-02', begins, businessDays);
        if (until !== null) expect([until, reviewTerm(until, begins)]).toEqual([reviewTerm('2026-11-02', null, businessDays).dueOn, { dueOn: reviewTerm(until, null).dueOn, short: false }]);
      }
    }
  });

  it('goes past what the ward alone sent back after its look, and past nothing else', () => {
    const returned = [{ revisionNumber: 2, kind: 'returned' as const }];
    const past = FIRST_CHECK_OUTCOMES.filter((outcome) => isLookedAt({ revision: 2, outcome }, returned));
    expect(past).toEqual(['confirmed', 'forwarded', 'passed']);
    const last = { revision: 2, outcome: 'confirmed' as const };
    expect([isLookedAt(null, returned), isLookedAt({ revision: 2, outcome: null }, returned), isLookedAt(last, []), isLookedAt({ ...last, revision: 3 }, returned)]).toEqual([false, false, false, false]);
    for (const kind of ['approved', 'withdrawn', 'rejected'] as const) expect(isLookedAt(last, [...returned, { revisionNumber: 3, kind }])).toBe(false);
  });

  it('confirmed by one, is decided by another: also after the ward sent it back, and no longer than until it stands', () => {
    const looks = [
      { revision: 5, outcome: 'passed' as const, by: null },
      { revision: 3, outcome: 'confirmed' as const, by: 'officer' },
      { revision: 1, outcome: 'confirmed' as const, by: 'first' },
    ];
    expect([null, 2, 3].map((approved) => lastConfirmer(looks, approved))).toEqual(['officer', 'officer', null]);
    expect([lastConfirmer([], null), lastConfirmer([{ revision: 1, outcome: 'returned', by: 'officer' }], null)]).toEqual([null, null]);
  });

  it('answers once, by nobody who wrote it', () => {
    expect(answerVerdict({ outcome: null, writers: ['writer'] }, 'officer')).toBe(true);
    expect(answerVerdict({ outcome: null, writers: ['writer'] }, 'writer')).toBe('first-check.own-plan');
    expect([answerVerdict(null, 'officer'), ...FIRST_CHECK_OUTCOMES.map((outcome) => answerVerdict({ outcome, writers: [] }, 'officer'))]).toEqual(Array(7).fill('first-check.not-open'));
  });
});
