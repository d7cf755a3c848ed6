import { describe, expect, it } from '@jest/globals';
import { endingVerdict, termDaysVerdict, termState, usualTermEnd } from './officer-term.rules.js';

const term = { startsOn: '2026-04-01', endsOn: '2028-03-31' };

describe('termState', () => {
  it.each([
    ['2026-03-31', 'upcoming'],
    ['2026-04-01', 'current'],
    ['2028-03-31', 'current'],
    ['2028-04-01', 'past'],
  ])('on %s is %s', (today, state) => {
    expect(termState(term, today)).toBe(state);
  });
});

describe('usualTermEnd', () => {
  it.each([
    ['2026-11-22', '2028-03-31'],
    ['2027-03-31', '2028-03-31'],
    ['2027-04-01', '2029-03-31'],
  ])('of a term from %s is %s', (today, end) => {
    expect(usualTermEnd(today)).toBe(end);
  });
});

describe('termDaysVerdict', () => {
  it.each([
    [{ startsOn: '2026-04-01', endsOn: '2028-03-31' }, true],
    [{ startsOn: '2026-11-22', endsOn: '2026-11-22' }, true],
    [{ startsOn: '2027-04-01', endsOn: '2026-12-31' }, 'officer.term-dates'],
    [{ startsOn: '2024-04-01', endsOn: '2026-11-21' }, 'officer.term-dates'],
    [{ startsOn: '2026-11-22', endsOn: '2031-11-22' }, true],
    [{ startsOn: '2026-11-22', endsOn: '2031-11-23' }, 'officer.term-dates'],
  ])('%p: %s', (days, verdict) => {
    expect(termDaysVerdict(days, '2026-11-22')).toBe(verdict);
  });
});

describe('endingVerdict', () => {
  const today = '2026-11-22';

  it.each([
    ['2026-11-22', { endsOn: '2026-11-22' }],
    ['2026-11-21', { endsOn: '2026-11-21' }],
    ['2026-11-20', 'officer.ending-in-past'],
    ['2028-03-31', 'officer.ending-not-earlier'],
  ])('ending on %s: %p', (endsOn, verdict) => {
    expect(endingVerdict(term, endsOn, today)).toEqual(verdict);
  });

  it('lets a term that has not begun never begin', () => {
    expect(endingVerdict({ startsOn: '2027-04-01', endsOn: '2029-03-31' }, '2026-11-22', today)).toEqual({ endsOn: '2027-03-31' });
  });

  it('is too late for a term that is over', () => {
    expect(endingVerdict({ startsOn: '2024-04-01', endsOn: '2026-03-31' }, '2026-11-22', today)).toBe('officer.already-ended');
  });
});
