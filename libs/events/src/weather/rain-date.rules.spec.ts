import { describe, expect, it } from '@jest/globals';
import { rainDateOf, rainDateTooFar, wrongInRainDate } from './rain-date.rules.js';

const planned = { startsAt: '2026-11-29T01:00:00.000Z', endsAt: '2026-11-29T04:00:00.000Z' };
const on = (day: string, from = '01:00', to = '04:00') => ({ ...planned, rainDate: { startsAt: `${day}T${from}:00.000Z`, endsAt: `${day}T${to}:00.000Z`, placeName: null } });

describe('the day for rain', () => {
  it.each([
    ['2026-11-30', []],
    ['2027-03-01', []],
    ['2026-11-29', [{ field: 'rainDate.startsAt', code: 'event.rain-date-day' }]],
    ['2026-11-22', [{ field: 'rainDate.startsAt', code: 'event.rain-date-day' }]],
    ['2027-03-02', [{ field: 'rainDate.startsAt', code: 'event.rain-date-day' }]],
  ])('on %s: %j', (day, wrong) => {
    expect(rainDateTooFar(on(day))).toEqual(wrong);
  });

  it('comes after the last day of what lasts several, and ends after it begins', () => {
    expect(rainDateTooFar({ ...on('2026-11-30'), endsAt: '2026-11-30T04:00:00.000Z' })).toHaveLength(1);
    expect(wrongInRainDate(on('2026-12-06', '04:00', '01:00'))).toEqual([{ field: 'rainDate.endsAt', code: 'event.ends-before-start' }]);
    expect(wrongInRainDate(on('2026-12-06'))).toEqual([]);
  });

  it('is only of what is put off in the rain', () => {
    const { rainDate } = on('2026-12-06');
    expect(rainDateOf('postponed', rainDate)).toEqual(rainDate);
    expect(rainDateOf('cancelled', rainDate)).toBeNull();
    expect(rainDateOf('postponed', undefined)).toBeNull();
  });
});
