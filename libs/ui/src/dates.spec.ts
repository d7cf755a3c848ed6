import { describe, expect, it } from '@jest/globals';
import {
  bothYears,
  dateAndRange,
  dateTime,
  daysBetween,
  duration,
  eraDate,
  eraYear,
  himekuriOf,
  longDate,
  sameDay,
  shortDate,
  timeRange,
} from './dates.js';

describe('dates in the ward', () => {
  it('writes the long form once per page', () => {
    expect(longDate('2026-11-29')).toBe('令和8年(2026年)11月29日(日曜日)');
    expect(longDate('2026-11-23', { holiday: true })).toBe('令和8年(2026年)11月23日(月曜日・祝日)');
  });

  it('reads a moment in Japan whatever the zone of the machine', () => {
    expect(shortDate('2026-11-28T15:00:00Z')).toBe('11月29日(日)');
    expect(shortDate('2026-11-28T14:59:59Z')).toBe('11月28日(土)');
    expect(shortDate(new Date('2026-12-31T15:00:00Z'))).toBe('1月1日(金)');
    expect(eraDate('2028-03-31')).toBe('令和10年3月31日');
    expect(eraYear('2026-12-31T15:00:00Z')).toBe('令和9年');
    expect(bothYears('2026-11-29')).toBe('令和8年（2026年）');
  });

  it('calls the first year of an era 元年, and knows the day it began', () => {
    expect(eraYear('2019-05-01')).toBe('令和元年');
    expect(eraYear('2019-04-30T14:59:59Z')).toBe('平成31年');
    expect(longDate('2019-05-01')).toBe('令和元年(2019年)5月1日(水曜日)');
  });

  it('writes times as people say them', () => {
    expect(timeRange('2026-11-29T01:00:00Z', '2026-11-29T04:00:00Z')).toBe('10時〜13時');
    expect(timeRange('2026-11-29T00:30:00Z', '2026-11-29T01:05:00Z')).toBe('9時30分〜10時05分');
    expect(timeRange('2026-11-29T01:00:00Z')).toBe('10時から');
    expect(timeRange('2026-11-30T09:00:00Z', '2026-11-30T21:00:00Z')).toBe('18時〜12月1日(火) 6時');
    expect(dateTime('2026-11-27T08:00:00Z')).toBe('11月27日(金) 17時');
    expect(dateAndRange('2026-11-23T00:00:00Z', '2026-11-23T01:30:00Z', { holiday: true })).toBe(
      '11月23日(月・祝) 9時〜10時30分',
    );
  });

  it('counts lengths and days', () => {
    expect(duration('2026-11-29T00:30:00Z', '2026-11-29T04:00:00Z')).toBe('3時間30分');
    expect(duration('2026-11-29T00:00:00Z', '2026-11-29T02:00:00Z')).toBe('2時間');
    expect(duration('2026-11-29T00:00:00Z', '2026-11-29T00:45:00Z')).toBe('45分');
    expect(daysBetween('2026-11-22T14:59:00Z', '2026-11-22T15:00:00Z')).toBe(1);
    expect(daysBetween('2026-11-22', '2026-11-29T04:00:00Z')).toBe(7);
    expect(sameDay('2026-11-29', '2026-11-28T15:00:00Z')).toBe(true);
  });

  it('gives the himekuri block its colour and always its weekday', () => {
    expect(himekuriOf('2026-11-29')).toEqual({ month: 11, day: 29, weekday: '日', kind: 'sun' });
    expect(himekuriOf('2026-11-28')).toEqual({ month: 11, day: 28, weekday: '土', kind: 'sat' });
    expect(himekuriOf('2026-11-25')).toEqual({ month: 11, day: 25, weekday: '水', kind: 'weekday' });
    expect(himekuriOf('2026-11-23', true)).toEqual({ month: 11, day: 23, weekday: '月・祝', kind: 'holiday' });
  });

  it('refuses what is no date', () => {
    expect(() => shortDate('soon')).toThrow(RangeError);
  });
});
