import { describe, expect, it } from '@jest/globals';
import { callDaysBy, daysBetween, divisionsOn } from './again.rules.js';

describe('an event that is held again', () => {
  it('is by so many days another day in Japan, whatever the hour', () => {
    expect(daysBetween(new Date('2026-11-28T20:00:00Z'), new Date('2027-11-28T01:00:00Z'))).toBe(364);
    expect([daysBetween(null, new Date()), daysBetween(new Date(), null)]).toEqual([0, 0]);
  });

  it('moves the days of its call for stalls; one that was open at once is', () => {
    expect(callDaysBy({ opensOn: '2026-10-01', closesOn: '2026-11-25' }, 364)).toEqual({ opensOn: '2027-09-30', closesOn: '2027-11-24' });
    expect(callDaysBy({ opensOn: null, closesOn: '2026-11-25' }, 364).opensOn).toBeNull();
  });

  it('has its divisions on the frames at the same place, and none without a frame', () => {
    const divisions = ['b', 'gone'].map((frameId) => ({ frameId, name: frameId, unit: 'person' as const }));
    expect(divisionsOn(divisions, [{ id: 'a' }, { id: 'b' }, { id: 'gone' }], [{ id: 'A' }, { id: 'B' }])).toEqual([{ frameId: 'B', name: 'b', unit: 'person' }]);
  });
});
