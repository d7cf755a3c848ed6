import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, atJst, fiscalYear, isDateOnly, jstDate, jstTime, weekday } from './jst.js';

describe('Japanese calendar days', () => {
  it.each([
    ['2026-11-22T14:59:59Z', '2026-11-22', '23:59'],
    ['2026-11-22T15:00:00Z', '2026-11-23', '00:00'],
    ['2026-12-31T15:00:00Z', '2027-01-01', '00:00'],
  ])('%s is %s %s in Japan', (instant, day, time) => {
    expect(jstDate(new Date(instant))).toBe(day);
    expect(jstTime(new Date(instant))).toBe(time);
  });

  it('a wall clock in Japan and its instant are the same moment', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (at) => {
        const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
        expect(atJst(jstDate(minute), jstTime(minute))).toEqual(minute);
      }),
    );
  });

  it('days are added across months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  });

  it.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2027-01-10', 2026],
  ])('%s belongs to fiscal year %d', (day, year) => {
    expect(fiscalYear(day)).toBe(year);
  });

  it('knows the weekday and refuses days that do not exist', () => {
    expect(weekday('2026-11-29')).toBe(0);
    expect(isDateOnly('2026-02-29')).toBe(false);
    expect(isDateOnly('2026-11-29')).toBe(true);
    expect(isDateOnly('29.11.2026')).toBe(false);
  });
});
