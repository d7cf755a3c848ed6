import { describe, expect, it } from '@jest/globals';
import { dayOff } from './days-off.rules.js';

const WINTER = [{ startsOn: '2026-12-25', endsOn: '2027-01-07' }];

describe('a day off', () => {
  it.each([
    ['2026-11-23', 'holiday', '勤労感謝の日'],
    ['2026-09-22', 'holiday', 'a day between two holidays'],
    ['2027-03-22', 'holiday', 'in place of one on a Sunday'],
    ['2026-12-29', 'holiday', 'the turn of the year'],
    ['2027-01-03', 'holiday', 'the turn of the year'],
    ['2026-12-28', null, 'a day before it'],
    ['2027-01-04', null, 'a day after it'],
  ])('%s: %s (%s)', (day, off, _name) => {
    expect(dayOff(day, { skipHolidays: true, schoolDays: false }, WINTER)).toBe(off);
    expect(dayOff(day, { skipHolidays: false, schoolDays: false }, WINTER)).toBeNull();
  });

  it.each([
    ['2026-12-24', null],
    ['2026-12-25', 'no-school'],
    ['2027-01-07', 'no-school'],
    ['2027-01-08', null],
    ['2026-11-28', 'no-school'],
    ['2026-11-29', 'no-school'],
    ['2026-11-23', 'no-school'],
  ])('there is school on %s: %s', (day, off) => {
    expect(dayOff(day, { skipHolidays: false, schoolDays: true }, WINTER)).toBe(off);
  });
});
