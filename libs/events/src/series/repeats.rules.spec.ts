import { describe, expect, it } from '@jest/globals';
import { addDays } from '@yoriai/platform';
import fc from 'fast-check';
import { datesByRule, datesOfRule, latestUntil, ruleText, sameDays, wrongInRepeats, type Repeats } from './repeats.rules.js';

const aRule = (given: Partial<Repeats> = {}): Repeats => ({ every: 'week', interval: 1, weekdays: [2], nth: [], until: '2027-03-31', skipHolidays: false, schoolDays: false, ...given });
const AFTER = '2001-12-31';

/** RFC 5545 §3.8.5.3, the examples about days; its UNTIL is the instant at which 24 December 1997 begins, so the last day is the 23rd. */
const RFC: readonly [string, string, string][] = [
  ['FREQ=WEEKLY;COUNT=10', '1997-09-02', '0902 0909 0916 0923 0930 1007 1014 1021 1028 1104'],
  ['FREQ=WEEKLY;UNTIL=19971223', '1997-09-02', '0902 0909 0916 0923 0930 1007 1014 1021 1028 1104 1111 1118 1125 1202 1209 1216 1223'],
  ['FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH', '1997-09-02', '0902 0904 0909 0911 0916 0918 0923 0925 0930 1002'],
  ['FREQ=WEEKLY;INTERVAL=2;UNTIL=19971223;WKST=SU;BYDAY=MO,WE,FR', '1997-09-01', '0901 0903 0905 0915 0917 0919 0929 1001 1003 1013 1015 1017 1027 1029 1031 1110 1112 1114 1124 1126 1128 1208 1210 1212 1222'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH', '1997-09-02', '0902 0904 0916 0918 0930 1002 1014 1016'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08-05', '0805 0810 0819 0824'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08-05', '0805 0817 0819 0831'],
  ['FREQ=MONTHLY;COUNT=10;BYDAY=1FR', '1997-09-05', '0905 1003 1107 1205 0102 0206 0306 0403 0501 0605'],
  ['FREQ=MONTHLY;UNTIL=19971223;BYDAY=1FR', '1997-09-05', '0905 1003 1107 1205'],
  ['FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU', '1997-09-07', '0907 0928 1102 1130 0104 0125 0301 0329 0503 0531'],
  ['FREQ=MONTHLY;COUNT=6;BYDAY=-2MO', '1997-09-22', '0922 1020 1117 1222 0119 0216'],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', '0904 1007 1106'],
];

describe('the dates of a rule', () => {
  it.each(RFC)('are those of RFC 5545: %s from %s', (rule, counted, dates) => {
    expect(datesOfRule(rule, counted, counted, AFTER).map((date) => date.slice(5).replace('-', '')).join(' ')).toBe(dates);
  });

  it.each([
    ['every Tuesday', aRule(), '2026-12-01', ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29']],
    ['every second week', aRule({ interval: 2 }), '2026-12-01', ['2026-12-01', '2026-12-15', '2026-12-29']],
    ['the second Sunday 第2日曜', aRule({ every: 'month', weekdays: [0], nth: [2] }), '2026-11-08', ['2026-11-08', '2026-12-13']],
    ['the second and fourth Friday', aRule({ every: 'month', weekdays: [5], nth: [2, 4] }), '2026-11-13', ['2026-11-13', '2026-11-27', '2026-12-11', '2026-12-25']],
    ['the last Saturday 最終土曜', aRule({ every: 'month', weekdays: [6], nth: [-1] }), '2026-10-31', ['2026-10-31', '2026-11-28', '2026-12-26']],
    ['every second month', aRule({ every: 'month', interval: 2, weekdays: [0], nth: [1] }), '2026-09-06', ['2026-09-06', '2026-11-01']],
  ])('%s', (_name, rule, counted, dates) => {
    expect(datesByRule(rule, counted, counted, '2026-12-31')).toEqual(dates);
  });

  it('do not hang on the zone of the process, nor on where one begins to look', () => {
    const rule = fc.record({ interval: fc.integer({ min: 1, max: 4 }), weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }).map((days) => days.sort()) });
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 120 }), (given, skipped) => {
        const counted = '2026-04-01';
        const all = datesByRule(aRule(given), counted, counted, '2027-03-31');
        expect(all.every((date) => given.weekdays.includes(new Date(`${date}T00:00:00Z`).getUTCDay()))).toBe(true);
        const later = addDays(counted, skipped);
        expect(datesByRule(aRule(given), counted, later, '2027-03-31')).toEqual(all.filter((date) => date >= later));
      }),
    );
  });

  it('end with the last day asked for', () => {
    expect(datesByRule(aRule({ until: '2026-12-08' }), '2026-12-01', '2026-12-01', '2027-12-31')).toEqual(['2026-12-01', '2026-12-08']);
  });
});

describe('two rules', () => {
  it('go by the same days, however long they go and whatever they skip', () => {
    expect(sameDays(aRule(), aRule({ until: '2026-12-31', skipHolidays: true }))).toBe(true);
    expect(sameDays(aRule(), aRule({ weekdays: [3] }))).toBe(false);
    expect(sameDays(aRule(), aRule({ interval: 2 }))).toBe(false);
    expect(ruleText(aRule({ every: 'month', nth: [1, -1] }))).toBe('FREQ=MONTHLY;INTERVAL=1;WKST=MO;BYDAY=1TU,-1TU;UNTIL=20270331');
  });
});

describe('the end of a series', () => {
  it.each([
    ['2026-12-01', '2026-11-26', '2027-03-31'],
    ['2027-01-29', '2026-11-26', '2027-03-31'],
    ['2027-02-01', '2026-11-26', '2028-03-31'],
    ['2026-12-01', '2027-02-10', '2028-03-31'],
  ])('of one that begins on %s, asked for on %s, is %s at the latest', (first, today, latest) => {
    expect(latestUntil(first, today)).toBe(latest);
  });

  it('is after its first day, and not beyond what the ward decides at once', () => {
    const wrong = (given: Partial<Repeats>) => wrongInRepeats(aRule(given), '2026-12-01', '2026-11-26').map(({ field, code }) => [field, code]);
    expect(wrong({})).toEqual([]);
    expect(wrong({ until: '2026-12-01' })).toEqual([['repeats.until', 'series.until-before-start']]);
    expect(wrong({ until: '2027-04-01' })).toEqual([['repeats.until', 'series.until-too-late']]);
    expect(wrong({ every: 'month' })).toEqual([['repeats.nth', 'series.nth-missing']]);
  });
});
