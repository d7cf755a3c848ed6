import { describe, expect, it } from '@jest/globals';
import { namesGoBefore } from './retention.rules.js';

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
