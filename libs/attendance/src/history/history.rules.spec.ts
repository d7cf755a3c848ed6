import { describe, expect, it } from '@jest/globals';
import { historyOf, type DutyFacts } from './history.rules.js';

const NOW = new Date('2026-11-28T17:00:00+09:00');
const duty = (id: string, day: string, more: Partial<DutyFacts> = {}): DutyFacts => ({ id, eventId: `e-${id}`, status: 'confirmed', startsAt: `${day}T01:00:00.000Z`, endsAt: `${day}T03:00:00.000Z`, minutes: 120, ...more });
const ids = (years: ReturnType<typeof historyOf>) => years.map(({ year, minutes, duties }) => [year, minutes, duties.map(({ id, counts }) => (counts ? id : `(${id})`)).join(' ')]);

describe('what somebody did', () => {
  it('is summed by fiscal year, which ends in March, latest first', () => {
    const duties = [duty('march', '2026-03-31'), duty('april', '2026-04-01', { minutes: 45 }), duty('november', '2026-11-22')];
    expect(ids(historyOf(duties, new Set(), new Set(), NOW))).toEqual([
      [2026, 165, 'november april'],
      [2025, 120, 'march'],
    ]);
  });

  it('is what was kept and is over', () => {
    const duties = [duty('kept', '2026-11-01'), duty('given-back', '2026-11-02', { status: 'cancelled_by_volunteer' }), duty('off', '2026-11-03', { status: 'cancelled_by_host' }), duty('ahead', '2026-11-29')];
    expect(ids(historyOf(duties, new Set(), new Set(), NOW))).toEqual([[2026, 120, 'kept']]);
  });

  it('counts whom the reception took in where it took volunteers in, and everybody where it took in none', () => {
    const duties = [duty('seen', '2026-11-01', { eventId: 'written' }), duty('unseen', '2026-11-02', { eventId: 'written' }), duty('unwritten', '2026-11-03')];
    expect(ids(historyOf(duties, new Set(['seen']), new Set(['written']), NOW))).toEqual([[2026, 240, 'unwritten (unseen) seen']]);
  });

  it('is nothing for who did nothing yet', () => {
    expect(historyOf([], new Set(), new Set(), NOW)).toEqual([]);
  });
});
