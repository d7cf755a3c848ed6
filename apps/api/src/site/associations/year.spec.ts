import { describe, expect, it } from '@jest/globals';
import { doneOf, fieldsOf, monthsOf, type HeldEvent } from './year.js';

const NOW = new Date('2026-11-22T10:00:00+09:00');
const event = (startsAt: string, changes: Partial<HeldEvent> = {}): HeldEvent => ({ slug: startsAt, title: startsAt, field: 'bousai', startsAt, state: 'closed', ...changes });

describe('a year of an association', () => {
  it('is twelve months in Japan up to this one, oldest first, without months in which nothing was', () => {
    const events = [event('2026-10-31T15:30:00.000Z'), event('2025-12-06T01:00:00.000Z'), event('2025-11-06T01:00:00.000Z'), event('2026-11-03T01:00:00.000Z')];
    expect(monthsOf(events, NOW).map(({ month, held }) => [month, held.length])).toEqual([
      ['2025-12', 1],
      ['2026-11', 2],
    ]);
  });

  it('counts what was done, by field, not what was called off', () => {
    const events = [event('2026-10-01T01:00:00Z'), event('2026-09-01T01:00:00Z', { field: 'kodomo' }), event('2026-08-01T01:00:00Z'), event('2026-07-01T01:00:00Z', { state: 'cancelled' }), event('2026-06-01T01:00:00Z', { field: null })];
    expect(fieldsOf(events)).toEqual([
      { field: 'bousai', count: 2 },
      { field: 'kodomo', count: 1 },
    ]);
    expect(monthsOf([events[3]!], NOW)).toEqual([]);
  });

  it('tells each thing once, what was done most first, then the latest', () => {
    const titled = (title: string, month: string, state = 'closed'): HeldEvent => event(`2026-${month}-01T01:00:00Z`, { title, state });
    const events = [titled('清掃', '02'), titled('体操', '03'), titled('体操', '04'), titled('まつり', '09'), titled('体操', '05', 'cancelled')];
    expect(doneOf(events)).toEqual([{ title: '体操', times: 2 }, { title: 'まつり', times: 1 }, { title: '清掃', times: 1 }]);
  });
});
