import { describe, expect, it } from '@jest/globals';
import { translator } from '../texts/index.js';
import { weatherWords } from './weather.js';

const t = translator('ja');
const HEAT = '暑さ指数31以上の予報のときは、中止にすることがあります';

describe('from which heat on an event is off', () => {
  it.each<[string, boolean]>([
    ['2026-03-31T23:00:00+09:00', false],
    ['2026-04-01T00:00:00+09:00', true],
    ['2026-08-01T10:00:00+09:00', true],
    ['2026-10-31T23:00:00+09:00', true],
    ['2026-11-01T00:00:00+09:00', false],
    ['2026-12-06T10:00:00+09:00', false],
  ])('on %s is said: %s', (startsAt, said) => {
    expect(weatherWords(t, { startsAt, heatLimit: 31 })).toEqual(said ? [HEAT] : []);
  });

  it('is said where the day for rain can be hot', () => {
    expect(weatherWords(t, { startsAt: '2026-03-29T10:00:00+09:00', rainDate: { startsAt: '2026-04-05T10:00:00+09:00' }, heatLimit: 31 })).toEqual(['雨のときは4月5日(日) 10時から', HEAT]);
  });

  it('is nothing without a limit', () => {
    expect(weatherWords(t, { startsAt: '2026-08-01T10:00:00+09:00', heatLimit: null })).toEqual([]);
  });
});
