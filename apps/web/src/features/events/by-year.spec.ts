import { expect, it } from '@jest/globals';
import { byYear } from './by-year.js';

const NOW = new Date('2026-11-22T09:00:00+09:00');
const line = (startsAt: string | null) => ({ startsAt, endsAt: null });

it('says the year wherever it changes, and not of this year at the top', () => {
  const lines = ['2026-12-01T01:00:00Z', '2026-12-31T15:30:00Z', '2026-10-01T01:00:00Z', '2025-10-01T01:00:00Z', '2025-09-01T01:00:00Z'].map(line);
  const parts = byYear([...lines, line(null)], NOW);
  expect(parts.map(({ year, items }) => [year, items.length])).toEqual([
    [null, 1],
    ['2026-12-31T15:30:00Z', 1],
    ['2026-10-01T01:00:00Z', 1],
    ['2025-10-01T01:00:00Z', 2],
  ]);
  expect(byYear([line('2025-10-01T01:00:00Z')], NOW)[0]?.year).toBe('2025-10-01T01:00:00Z');
  expect(byYear([line(null)], NOW)).toEqual([]);
});

it('says where what is over begins, though the year stays', () => {
  const lines = ['2026-11-22T01:00:00Z', '2026-11-21T01:00:00Z', '2026-10-01T01:00:00Z', '2025-10-01T01:00:00Z'].map(line);
  expect(byYear(lines, NOW).map(({ year, over, items }) => [year, over, items.length])).toEqual([
    [null, false, 1],
    ['2026-11-21T01:00:00Z', true, 2],
    ['2025-10-01T01:00:00Z', false, 1],
  ]);
  // What began before and lasts is not over.
  expect(byYear([{ startsAt: '2026-11-20T01:00:00Z', endsAt: '2026-11-23T01:00:00Z' }], NOW)[0]?.over).toBe(false);
});
