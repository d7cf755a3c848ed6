import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayCancel, mayTake, minutesOf, overlaps, shiftsOf, type DutyOfPlan } from './shift.rules.js';

const at = (time: string): Date => new Date(`2026-11-22T${time}:00+09:00`);
const shift = { state: 'open', startsAt: at('10:00'), capacity: 4, placesTaken: 0 } as const;

describe('may somebody take a shift?', () => {
  it.each([
    ['a free place before the start', shift, 'none', '09:59', true],
    ['the last place', { ...shift, placesTaken: 3 }, 'none', '09:00', true],
    ['no place left', { ...shift, placesTaken: 4 }, 'none', '09:00', 'shift.full'],
    ['the moment it begins', shift, 'none', '10:00', 'shift.started'],
    ['their own already, though it is full', { ...shift, placesTaken: 4 }, 'this', '09:00', 'shift.already-taken'],
    ['busy elsewhere', shift, 'overlapping', '09:00', 'shift.overlaps'],
    ['the event is off', { ...shift, state: 'cancelled' as const }, 'none', '09:00', 'shift.event-cancelled'],
  ] as const)('%s', (_, facts, own, now, verdict) => {
    expect(mayTake(facts, own, at(now))).toBe(verdict);
  });
});

describe('may it be given back?', () => {
  it.each([
    ['before it begins', 'confirmed', '09:59', true],
    ['once it has begun', 'confirmed', '10:00', 'shift.started'],
    ['when it is given back already', 'cancelled_by_volunteer', '09:00', 'assignment.not-active'],
  ] as const)('%s', (_, status, now, verdict) => {
    expect(mayCancel({ status }, shift, at(now))).toBe(verdict);
  });
});

describe('time', () => {
  const span = (from: string, until: string) => ({ startsAt: at(from), endsAt: at(until) });

  it('lets one duty begin where another ends', () => {
    expect(overlaps(span('09:00', '10:00'), span('10:00', '11:00'))).toBe(false);
    expect(overlaps(span('09:00', '10:01'), span('10:00', '11:00'))).toBe(true);
  });

  it('overlaps both ways or not at all, and always with itself', () => {
    const minute = fc.integer({ min: 0, max: 1000 });
    const spans = fc.tuple(minute, fc.integer({ min: 1, max: 200 })).map(([from, length]) => ({
      startsAt: new Date(Date.UTC(2026, 0, 1, 0, from)),
      endsAt: new Date(Date.UTC(2026, 0, 1, 0, from + length)),
    }));
    fc.assert(fc.property(spans, spans, (a, b) => overlaps(a, b) === overlaps(b, a) && overlaps(a, a)));
  });

  it('counts minutes', () => {
    expect(minutesOf(span('09:00', '11:30'))).toBe(150);
  });
});

describe('which duties of a plan become shifts?', () => {
  const duty: DutyOfPlan = {
    key: 'uketsuke',
    duty: '受付',
    place: null,
    startsAt: '2026-11-22T00:00:00.000Z',
    endsAt: '2026-11-22T02:00:00.000Z',
    people: 4,
    note: null,
  };

  it('takes each key once, and only with people and a time that goes forward', () => {
    const made = shiftsOf([duty, { ...duty, people: 6 }, { ...duty, key: 'nobody', people: 0 }, { ...duty, key: 'backwards', endsAt: duty.startsAt }]);
    expect(made).toEqual([{ key: 'uketsuke', duty: '受付', place: '', note: '', people: 4, startsAt: at('09:00'), endsAt: at('11:00') }]);
  });
});
