import { describe, expect, it } from '@jest/globals';
import {
  bothYears,
  dateAndRange,
  dateRange,
  dateTime,
  dateTimeSeen,
  daysBetween,
  duration,
  dateWithYear,
  yearName,
  himekuriOf,
  longDate,
  monthName,
  monthOfYear,
  sameDay,
  shortDate,
  timeOfDay,
  timeRange,
} from './dates.js';

const ja = { lang: 'ja' } as const;
const easy = { lang: 'ja-easy' } as const;
const en = { lang: 'en' } as const;

describe('dates in the ward', () => {
  it('writes the long form once per page', () => {
    expect(longDate(ja, '2026-11-29')).toBe('令和8年(2026年)11月29日(日曜日)');
    expect(longDate(ja, '2026-11-23', { holiday: true })).toBe('令和8年(2026年)11月23日(月曜日・祝日)');
  });

  it('names a month, alone and in its year', () => {
    expect([ja, easy, en].map((t) => monthName(t, '2026-08-01'))).toEqual(['8月', '8{月|がつ}', 'August']);
    expect([ja, easy, en].map((t) => monthOfYear(t, '2027-01-31'))).toEqual(['2027年1月', '2027{年|ねん} 1{月|がつ}', 'January 2027']);
  });

  it('reads a moment in Japan whatever the zone of the machine', () => {
    expect(shortDate(ja, '2026-11-28T15:00:00Z')).toBe('11月29日(日)');
    expect(shortDate(ja, '2026-11-28T14:59:59Z')).toBe('11月28日(土)');
    expect(shortDate(ja, new Date('2026-12-31T15:00:00Z'))).toBe('1月1日(金)');
    expect(dateWithYear(ja, '2028-03-31')).toBe('令和10年3月31日');
    expect(yearName(ja, '2026-12-31T15:00:00Z')).toBe('令和9年');
    expect(bothYears(ja, '2026-11-29')).toBe('令和8年（2026年）');
  });

  it('calls the first year of an era 元年, and knows the day it began', () => {
    expect(yearName(ja, '2019-05-01')).toBe('令和元年');
    expect(yearName(ja, '2019-04-30T14:59:59Z')).toBe('平成31年');
    expect(longDate(ja, '2019-05-01')).toBe('令和元年(2019年)5月1日(水曜日)');
  });

  it('writes times as people say them', () => {
    expect(timeRange(ja, '2026-11-29T01:00:00Z', '2026-11-29T04:00:00Z')).toBe('10時〜13時');
    expect(timeRange(ja, '2026-11-29T00:30:00Z', '2026-11-29T01:05:00Z')).toBe('9時30分〜10時5分');
    expect(timeRange(ja, '2026-11-29T01:00:00Z')).toBe('10時から');
    expect(timeRange(ja, '2026-11-30T09:00:00Z', '2026-11-30T21:00:00Z')).toBe('18時〜12月1日(火) 6時');
    expect(dateTime(ja, '2026-11-27T08:00:00Z')).toBe('11月27日(金) 17時');
    expect(dateTimeSeen(ja, '2026-11-27T08:00:00Z', '2026-12-31T14:59:00Z')).toBe('11月27日(金) 17時');
    // New Year has come in Japan.
    expect(dateTimeSeen(ja, '2026-11-27T08:00:00Z', '2026-12-31T15:00:00Z')).toBe('令和8年11月27日 17時');
    expect(dateAndRange(ja, '2026-11-23T00:00:00Z', '2026-11-23T01:30:00Z', { holiday: true })).toBe(
      '11月23日(月・祝) 9時〜10時30分',
    );
  });

  it('counts lengths and days', () => {
    expect(duration(ja, '2026-11-29T00:30:00Z', '2026-11-29T04:00:00Z')).toBe('3時間30分');
    expect(duration(ja, '2026-11-29T00:00:00Z', '2026-11-29T02:00:00Z')).toBe('2時間');
    expect(duration(ja, '2026-11-29T00:00:00Z', '2026-11-29T00:45:00Z')).toBe('45分');
    expect(daysBetween('2026-11-22T14:59:00Z', '2026-11-22T15:00:00Z')).toBe(1);
    expect(daysBetween('2026-11-22', '2026-11-29T04:00:00Z')).toBe(7);
    expect(sameDay('2026-11-29', '2026-11-28T15:00:00Z')).toBe(true);
  });

  it('gives the himekuri block its colour and always its weekday', () => {
    expect(himekuriOf(ja, '2026-11-29')).toEqual({ month: '11月', day: 29, spokenDay: '29日', weekday: '日', spokenWeekday: '日曜日', kind: 'sun' });
    expect(himekuriOf(ja, '2026-11-28')).toMatchObject({ weekday: '土', kind: 'sat' });
    expect(himekuriOf(ja, '2026-11-25')).toMatchObject({ weekday: '水', kind: 'weekday' });
    expect(himekuriOf(ja, '2026-11-23', true)).toMatchObject({ weekday: '月・祝', spokenWeekday: '月曜日・祝日', kind: 'holiday' });
    expect(himekuriOf(en, '2026-11-23', true)).toMatchObject({ month: 'Nov', spokenDay: '23', weekday: 'Mon', spokenWeekday: 'Monday (holiday)', kind: 'holiday' });
    expect(himekuriOf(easy, '2026-11-04')).toMatchObject({ month: '11{月|がつ}', day: 4, spokenDay: '{4日|よっか}', weekday: '{水|すい}', spokenWeekday: '{水曜日|すいようび}' });
  });

  it('speaks English in the order of the clock and the calendar', () => {
    expect(longDate(en, '2026-11-29')).toBe('Sunday 29 November 2026');
    expect(longDate(en, '2026-11-23', { holiday: true })).toBe('Monday 23 November 2026 (holiday)');
    expect(shortDate(en, '2026-11-29')).toBe('Sun 29 Nov');
    expect(dateAndRange(en, '2026-11-29T01:00:00Z', '2026-11-29T04:00:00Z')).toBe('Sun 29 Nov, 10:00–13:00');
    expect(timeRange(en, '2026-11-30T09:00:00Z', '2026-11-30T21:30:00Z')).toBe('18:00–Tue 1 Dec, 6:30');
    expect(timeRange(en, '2026-11-29T01:00:00Z')).toBe('from 10:00');
    expect([ja, easy, en].map((t) => dateRange(t, '2026-11-29', '2026-12-06'))).toEqual([
      '11月29日(日)〜12月6日(日)',
      '11{月|がつ}29{日|にち} {日曜日|にちようび}から 12{月|がつ}\u00A0{6日|むいか} {日曜日|にちようび}まで',
      'Sun 29 Nov – Sun 6 Dec',
    ]);
    expect(dateRange(ja, '2026-11-29', '2026-11-29')).toBe('11月29日(日)');
    expect(dateTime(en, '2026-11-27T08:00:00Z')).toBe('Fri 27 Nov, 17:00');
    expect([dateWithYear(en, '2028-03-31'), yearName(en, '2026-11-29'), bothYears(en, '2026-11-29')]).toEqual(['31 March 2028', '2026', '2026']);
    expect(duration(en, '2026-11-29T00:00:00Z', '2026-11-29T01:30:00Z')).toBe('1 hour 30 minutes');
    expect(duration(en, '2026-11-29T00:00:00Z', '2026-11-29T02:01:00Z')).toBe('2 hours 1 minute');
  });

  it('speaks easy Japanese: the Western year, halves of the day, から and まで, a reading on every kanji', () => {
    expect(longDate(easy, '2027-01-24')).toBe('2027{年|ねん} 1{月|がつ}\u00A0{24日|にじゅうよっか} {日曜日|にちようび}');
    expect(longDate(easy, '2026-11-29')).toBe('2026{年|ねん} 11{月|がつ}29{日|にち} {日曜日|にちようび}');
    expect(timeRange(easy, '2026-11-29T01:00:00Z', '2026-11-29T04:00:00Z')).toBe('{午前|ごぜん}\u206010\u2060{時|じ}から {午後|ごご}\u20601\u2060{時|じ}まで');
    expect(timeOfDay(easy, '2026-11-29T03:30:00Z')).toBe('{昼|ひる}の\u206012\u2060{時|じ}\u206030\u2060{分|ぷん}');
    expect(timeOfDay(easy, '2026-11-28T15:05:00Z')).toBe('{午前|ごぜん}\u20600\u2060{時|じ}\u20605\u2060{分|ふん}');
    expect(dateTime(easy, '2026-11-27T08:00:00Z')).toBe('11{月|がつ}27{日|にち} {金曜日|きんようび} {午後|ごご}\u20605\u2060{時|じ}');
    expect(bothYears(easy, '2026-11-29')).toBe('2026{年|ねん}');
    expect(duration(easy, '2026-11-29T00:30:00Z', '2026-11-29T04:00:00Z')).toBe('3{時間|じかん}30\u2060{分|ぷん}');
  });

  it('leaves no kanji without its reading in easy Japanese on any day of a year', () => {
    for (let day = 0; day < 366; day += 1) {
      const at = new Date(Date.UTC(2028, 0, 1 + day, day % 24, (day * 7) % 60));
      const said = [longDate(easy, at, { holiday: true }), dateAndRange(easy, at, at), duration(easy, '2028-01-01', at), dateWithYear(easy, at)].join(' ');
      expect(said.replace(/\{[^{}|]+\|[ぁ-ん]+\}/g, '')).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('refuses what is no date', () => {
    expect(() => shortDate(ja, 'soon')).toThrow(RangeError);
  });
});
