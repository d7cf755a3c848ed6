import { describe, expect, it } from '@jest/globals';
import { UNSET_TERMS } from './retention-term.rules.js';
import { namesGoBefore, nightsToTell } from './retention.rules.js';

describe('names of what ended in a fiscal year', () => {
  it.each([
    ['2027-03-31T23:59:59+09:00', 1, '2025-04-01T00:00:00+09:00'],
    ['2027-04-01T00:00:00+09:00', 1, '2026-04-01T00:00:00+09:00'],
    ['2028-03-31T23:59:59+09:00', 1, '2026-04-01T00:00:00+09:00'],
    ['2028-04-01T00:00:00+09:00', 1, '2027-04-01T00:00:00+09:00'],
    ['2030-04-01T00:00:00+09:00', 3, '2027-04-01T00:00:00+09:00'],
  ])('at %s, kept for %i whole years after it, go where it ended before %s', (now, years, before) => {
    expect(namesGoBefore(new Date(now), years)).toEqual(new Date(before));
  });
});

describe('the nights that are told beforehand', () => {
  it.each([
    ['2028-03-10T12:00', [['2028-03-11', '2026-04-01', '2024-04-01'], ['2028-04-01', '2027-04-01', '2025-04-01']]],
    ['2028-03-31T04:59', [['2028-03-31', '2026-04-01', '2024-04-01'], ['2028-04-01', '2027-04-01', '2025-04-01']]],
    ['2028-03-31T18:00', [['2028-04-01', '2027-04-01', '2025-04-01']]],
    ['2028-04-01T00:30', [['2028-04-01', '2027-04-01', '2025-04-01']]],
    ['2028-04-01T05:00', [['2028-04-02', '2027-04-01', '2025-04-01'], ['2029-04-01', '2028-04-01', '2026-04-01']]],
    ['2028-12-31T23:00', [['2029-01-01', '2027-04-01', '2025-04-01'], ['2029-04-01', '2028-04-01', '2026-04-01']]],
  ])('at %s are the coming one and that of the coming first of April, with what goes in each', (now, nights) => {
    const midnight = (day: string | undefined) => new Date(`${day}T00:00:00+09:00`);
    const told = nights.map(([on, applications, duties]) => ({ on, before: { applications: midnight(applications), duties: midnight(duties) } }));
    expect(nightsToTell(new Date(`${now}:00+09:00`), UNSET_TERMS)).toEqual(told);
  });
});
