import { describe, expect, it } from '@jest/globals';
import { addDays } from '@yoriai/platform';
import fc from 'fast-check';
import { isBirthDate, isWithin, onTheDay, schoolYearOf, yearsOld, type Ages } from './ages.rules.js';
import { askContradictions, asksOf, saidVerdict, NO_ASKS } from './asks.rules.js';

const day = (least: string, days: number) => fc.integer({ min: 0, max: days }).map((after) => addDays(least, after));
const born = day('1930-01-01', 36_000);
const today = day('2026-01-01', 3_600);
const CHILDREN: Ages = { by: 'grade', from: 6, to: 12 };

describe('a school year', () => {
  it.each([
    ['2019-04-02', '2026-04-01', 7, '小1: the eldest of the class'],
    ['2020-04-01', '2026-04-01', 7, 'the youngest: six at the end of 31 March'],
    ['2020-04-02', '2026-04-01', 6, 'a day later is a year later'],
    ['2020-04-02', '2026-03-31', 5, 'and on 31 March still the year before'],
    ['2019-04-02', '2026-03-31', 6, '年長 until the last day of March'],
    ['2008-04-02', '2027-03-31', 18, '高3'],
  ])('of who was born on %s is on %s the %s: %s', (date, on, year) => {
    expect(schoolYearOf(date, on)).toBe(year);
  });

  it('is the age that is reached at the end of it, of everybody on every day', () => {
    fc.assert(
      fc.property(born, today, (date, on) => {
        const year = on.slice(5) >= '04-01' ? Number(on.slice(0, 4)) : Number(on.slice(0, 4)) - 1;
        // An age is reached the day before the birthday, so on the last day of the year the next day's age counts.
        expect(schoolYearOf(date, on)).toBe(yearsOld(date, `${year + 1}-04-01`));
        // Classmates stay classmates.
        expect(schoolYearOf(date, addDays(on, 366)) - schoolYearOf(date, on)).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an age', () => {
  it('grows on the birthday, of a leap day on 1 March where there is none', () => {
    expect([yearsOld('1966-11-29', '2026-11-28'), yearsOld('1966-11-29', '2026-11-29')]).toEqual([59, 60]);
    expect([yearsOld('2016-02-29', '2026-02-28'), yearsOld('2016-02-29', '2026-03-01'), yearsOld('2016-02-29', '2028-02-28'), yearsOld('2016-02-29', '2028-02-29')]).toEqual([9, 10, 11, 12]);
  });

  it('is a birth date from 1900 on', () => {
    expect(['2019-04-02', '1899-12-31', '2019-02-29', '2019-4-2', '令和元年'].map(isBirthDate)).toEqual([true, false, false, false, false]);
  });

  it('is told in years and school year, and when they are outside now', () => {
    expect(onTheDay(CHILDREN, '2018-10-01', '2026-11-29')).toEqual({ years: 8, schoolYear: 8, outside: false });
    expect(onTheDay(CHILDREN, '1980-10-01', '2026-11-29')).toEqual({ years: 46, schoolYear: null, outside: true });
    expect([onTheDay(CHILDREN, null, '2026-11-29'), onTheDay(null, '2018-10-01', null)]).toEqual([null, null]);
  });
});

describe('what is asked', () => {
  const on = '2026-11-29';
  const asks = asksOf({ asks: { ages: CHILDREN } });

  it('is answered for each who comes, and for nobody where it is not asked', () => {
    const child = { born: '2018-10-01' };
    expect(saidVerdict(asks, on, { ...child, companions: [child] })).toBe(true);
    expect(saidVerdict(asks, on, {})).toEqual({ code: 'application.born-needed', field: 'born' });
    expect(saidVerdict(asks, on, { ...child, companions: [child, {}] })).toEqual({ code: 'application.born-needed', field: 'companions.1.born' });
    expect(saidVerdict(asks, on, { ...child, companions: [{ born: '1980-10-01' }] })).toEqual({ code: 'application.age-outside', field: 'companions.0.born' });
    expect(saidVerdict(asks, on, { born: '2027-01-01' })).toEqual({ code: 'application.born-after', field: 'born' });
    expect(saidVerdict(NO_ASKS, on, child)).toEqual({ code: 'application.born-not-asked', field: 'born' });
    expect(saidVerdict(NO_ASKS, on, { companions: [{ born: '2018-10-01' }] })).toEqual({ code: 'application.born-not-asked', field: 'companions.0.born' });
    expect(saidVerdict(asksOf({}), on, {})).toBe(true);
  });

  it('lets exactly those come who are between both ends, which belong to it', () => {
    const end = fc.option(fc.integer({ min: 4, max: 18 }), { nil: null });
    fc.assert(
      fc.property(born, today, end, end, fc.constantFrom<Ages['by']>('age', 'grade'), (date, when, from, to, by) => {
        const reached = by === 'age' ? yearsOld(date, when) : schoolYearOf(date, when);
        expect(isWithin({ by, from, to }, date, when)).toBe(!(from !== null && reached < from) && !(to !== null && reached > to));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is a rule with an end, in its order, among those whose names are asked', () => {
    const codes = (ages: Partial<Ages>, frame = { companions: 'names', perApplicationMax: 4 }) => askContradictions({ ...NO_ASKS, ages: { by: 'grade', from: null, to: null, ...ages } }, frame, 'frames.0').map(({ field, code }) => [field.slice(9), code]);
    expect(codes({ from: 6, to: 12 })).toEqual([]);
    expect(codes({ by: 'age', from: 60 })).toEqual([]);
    expect(codes({})).toEqual([['asks.ages.from', 'event.ages-range']]);
    expect(codes({ from: 3, to: 19 })).toEqual([['asks.ages.from', 'event.ages-range'], ['asks.ages.to', 'event.ages-range']]);
    expect(codes({ from: 12, to: 6 })).toEqual([['asks.ages.to', 'event.ages-order']]);
    expect(codes({ from: 6 }, { companions: 'number', perApplicationMax: 4 })).toEqual([['companions', 'event.ages-need-names']]);
    expect(codes({ from: 6 }, { companions: 'number', perApplicationMax: 1 })).toEqual([]);
    expect(askContradictions(NO_ASKS, { companions: 'number', perApplicationMax: 4 }, 'frames.0')).toEqual([]);
  });
});
