import { describe, expect, it } from '@jest/globals';
import { heldUntil, waitsUntil, waitsUntilSooner } from './night.rules.js';

const at = (time: string): Date => new Date(`${time}:00+09:00`);
const held = (now: string, startsAt: string, helps = false) => heldUntil(at(now), waitsUntil(at(startsAt), helps))?.toISOString() ?? null;
const SEVEN = '2026-11-27T22:00:00.000Z';

describe('that a day is off', () => {
  it('is told at night where the day begins that morning, whichever side of midnight it is decided on', () => {
    expect([held('2026-11-27T21:30', '2026-11-28T09:00'), held('2026-11-28T01:09', '2026-11-28T12:00')]).toEqual([null, null]);
  });

  it('waits until seven where it is further off; who helps hears of the whole of that day at once', () => {
    expect([held('2026-11-27T21:30', '2026-11-28T13:00'), held('2026-11-28T01:09', '2026-12-05T13:00')]).toEqual([SEVEN, SEVEN]);
    expect([held('2026-11-27T21:30', '2026-11-28T13:00', true), held('2026-11-28T01:09', '2026-12-05T13:00', true)]).toEqual([null, SEVEN]);
  });

  it('is told at once by day, of the sooner of two days, and of no day', () => {
    expect([held('2026-11-28T07:00', '2026-12-05T13:00'), held('2026-11-28T20:59', '2026-12-05T13:00')]).toEqual([null, null]);
    expect(waitsUntilSooner([at('2026-12-05T10:00'), null, at('2026-11-28T10:00')], false)).toEqual(at('2026-11-28T05:00'));
    expect(heldUntil(at('2026-11-28T01:00'), undefined)).toBeNull();
  });
});
