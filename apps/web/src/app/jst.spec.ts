import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateFrom, dayDifference, fiscalYearOf, instantOf, jstOf, localInstant, localOf, timeFrom } from './jst.js';

describe('days and times in Japan', () => {
  it('are the same whatever the zone of the device', () => {
    expect(jstOf('2026-11-28T15:30:00.000Z')).toEqual({ date: '2026-11-29', time: '00:30' });
    expect(new Date(instantOf('2026-11-29', '00:30')).toISOString()).toBe('2026-11-28T15:30:00.000Z');
  });

  it('come back from an instant as they went in', () => {
    const minutes = fc.integer({ min: Date.parse('2020-01-01T00:00:00Z') / 60_000, max: Date.parse('2040-01-01T00:00:00Z') / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const at = new Date(minute * 60_000).toISOString();
        const { date, time } = jstOf(at);
        return new Date(instantOf(date, time)).toISOString() === at && localInstant(localOf(at)) === instantOf(date, time);
      }),
    );
  });

  it('count over the end of a month and a leap year', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayDifference('2026-11-22', '2026-11-29')).toBe(7);
  });

  it('know the fiscal year', () => {
    expect([fiscalYearOf('2027-03-31'), fiscalYearOf('2027-04-01')]).toEqual([2026, 2027]);
  });
});

describe('what people type', () => {
  it.each([
    ['2026', '11', '29', '2026-11-29'],
    ['２０２６', '１', '５', '2026-01-05'],
    ['', '', '', undefined],
    ['2026', '13', '1', null],
    ['2026', '2', '30', null],
    ['2026', '', '1', null],
    ['令和8', '11', '29', null],
  ])('the day %s %s %s is %s', (year, month, day, expected) => {
    expect(dateFrom(year, month, day)).toBe(expected);
  });

  it.each([
    ['9:00', '09:00'],
    ['１３：３０', '13:30'],
    ['', undefined],
    ['25:00', null],
    ['10:75', null],
    ['朝', null],
  ])('the time %s is %s', (text, expected) => {
    expect(timeFrom(text)).toBe(expected);
  });

  it('a date-time box is read as Japan time', () => {
    expect(localInstant('2026-11-28T17:00')).toBe('2026-11-28T17:00:00+09:00');
    expect(localInstant('')).toBeUndefined();
  });
});
