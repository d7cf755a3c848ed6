import { describe, expect, it } from '@jest/globals';
import { dayOf, instantOf, isFarDay, minutesOf, paddedCode, paddedPhone } from './cell-words.rules.js';

describe('cells as offices write them', () => {
  it.each([
    ['2026-11-29', '2026-11-29'],
    ['2026/1/9', '2026-01-09'],
    ['２０２６年１１月２９日（日）', '2026-11-29'],
    ['20261129', '2026-11-29'],
    ['令和8年11月29日', '2026-11-29'],
    ['令和元年5月1日', '2019-05-01'],
    ['R8.11.29', '2026-11-29'],
    ['2026-02-30', null],
    ['11月29日', null],
    ['毎週日曜', null],
    ['2000-01-01', '2000-01-01'],
    ['2099-12-31', '2099-12-31'],
    ['1999-12-31', null],
    ['2100-01-01', null],
    ['9999-12-31', null],
  ])('the day %s is %s', (cell, day) => {
    expect(dayOf(cell)).toBe(day);
  });

  it.each([
    ['9999-12-31', true],
    ['2100年1月1日', true],
    ['26-11-29', true],
    ['2099-12-31', false],
    ['定員になり次第', false],
  ])('the day %s is of another century: %s', (cell, far) => {
    expect(isFarDay(cell)).toBe(far);
  });

  it.each([
    ['10:00', 600],
    ['９：０５', 545],
    ['9:00:00', 540],
    ['9時', 540],
    ['午後1時30分', 810],
    ['PM12:15', 735],
    ['24:00', 1440],
    ['25:00', null],
    ['10:75', null],
    ['朝から', null],
  ])('the hour %s is %s', (cell, minutes) => {
    expect(minutesOf(cell)).toBe(minutes);
  });

  it('are instants of Japan, midnight at the end of a day is the next one’s beginning', () => {
    expect(instantOf('2026-11-29', 600)).toBe('2026-11-29T01:00:00.000Z');
    expect(instantOf('2026-12-31', 1440)).toBe('2026-12-31T15:00:00.000Z');
  });

  it.each([
    ['92011', '092011'],
    ['1', '01'],
    ['271063', '271063'],
    ['27106', '27106'],
    ['', ''],
  ])('the code %s is %s', (cell, code) => {
    expect(paddedCode(cell)).toBe(code);
  });

  it.each([
    ['665551234', '0665551234'],
    ['9012345678', '09012345678'],
    ['06-6555-1234', '06-6555-1234'],
    ['1201', '1201'],
  ])('the number %s is %s', (cell, phone) => {
    expect(paddedPhone(cell)).toBe(phone);
  });
});
