import { describe, expect, it } from '@jest/globals';
import { equipmentOf, extinguishersOf, stallVerdict } from './stall.rules.js';

describe('the fire of a stall', () => {
  it('asks for an extinguisher per appliance, but none for what has no fire', () => {
    expect(extinguishersOf({ gas: 2, charcoal: 1, generator: 1, electric: 1 })).toBe(5);
    expect(extinguishersOf({ hotPlate: 2, popcorn: 1, candyFloss: 1 })).toBe(0);
    expect(extinguishersOf({})).toBe(0);
  });
});

describe('what stalls need', () => {
  it('adds up', () => {
    const one = { appliances: { gas: 2, generator: 1 }, tents: 1, tables: 2, chairs: 4, watts: 1500 };
    const other = { appliances: { hotPlate: 1 }, tents: 1, tables: 1, chairs: 0, watts: 0 };
    expect(equipmentOf([one, other])).toEqual({ tents: 2, tables: 3, chairs: 4, watts: 1500, generators: 1, extinguishers: 3 });
    expect(equipmentOf([])).toEqual({ tents: 0, tables: 0, chairs: 0, watts: 0, generators: 0, extinguishers: 0 });
  });
});

describe('a stall can apply', () => {
  const facts = { state: 'published', startsAt: '2026-12-20T01:00:00.000Z', call: { opensOn: '2026-11-20', closesOn: '2026-12-01' } };
  const on = (today: string) => ({ today, at: new Date(`${today}T03:00:00Z`) });
  it.each([
    ['2026-11-19', 'stall.not-open-yet'],
    ['2026-11-20', true],
    ['2026-12-01', true],
    ['2026-12-02', 'stall.closed'],
  ])('on %s: %s', (today, verdict) => {
    expect(stallVerdict(facts, on(today))).toBe(verdict);
  });

  it('only where there is a call for an event that is public and ahead', () => {
    expect(stallVerdict({ ...facts, call: null }, on('2026-11-25'))).toBe('stall.none');
    expect(stallVerdict({ ...facts, state: 'cancelled' }, on('2026-11-25'))).toBe('application.event-cancelled');
    expect(stallVerdict({ ...facts, state: 'approved' }, on('2026-11-25'))).toBe('stall.closed');
    expect(stallVerdict({ ...facts, call: { opensOn: null, closesOn: '2026-12-31' } }, on('2026-12-21'))).toBe('stall.closed');
  });
});
