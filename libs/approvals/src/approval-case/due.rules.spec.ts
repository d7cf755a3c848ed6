import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { addDays } from '@yoriai/platform';
import fc from 'fast-check';
import { businessDaysAfter, businessDaysLeft, isBusinessDay, reviewTerm } from './due.rules.js';

describe('when the ward office is open', () => {
  it.each([
    ['2026-11-20', true, 'Friday'],
    ['2026-11-21', false, 'Saturday'],
    ['2026-11-22', false, 'Sunday'],
    ['2026-11-23', false, '勤労感謝の日'],
    ['2026-09-22', false, 'between two holidays'],
    ['2027-03-22', false, 'substitute holiday'],
    ['2026-12-28', true, 'last day of the year'],
    ['2026-12-29', false, 'year end'],
    ['2026-12-31', false, 'year end'],
    ['2027-01-01', false, '元日'],
    ['2028-01-03', false, 'new year'],
    ['2027-01-04', true, 'first day of the year'],
  ])('%s %s (%s)', (day, expected) => expect(isBusinessDay(day)).toBe(expected));
});

describe('five business days', () => {
  it.each([
    ['2026-11-09', '2026-11-16', 'over a weekend'],
    ['2026-11-20', '2026-11-30', 'over a weekend and a holiday'],
    ['2026-11-21', '2026-11-30', 'handed in on a Saturday'],
    ['2026-12-25', '2027-01-07', 'over the new year'],
    ['2026-04-28', '2026-05-11', 'over Golden Week'],
  ])('%s → %s (%s)', (day, due) => expect(businessDaysAfter(day, 5)).toBe(due));

  it('counts down to the day and below', () => {
    expect(businessDaysLeft('2026-11-20', '2026-11-30')).toBe(5);
    expect(businessDaysLeft('2026-11-30', '2026-11-30')).toBe(0);
    expect(businessDaysLeft('2026-12-02', '2026-11-30')).toBe(-2);
  });

  it('are over before what is handed in begins, and never before it is handed in', () => {
    expect(reviewTerm('2026-11-20', null)).toEqual({ dueOn: '2026-11-30', short: false });
    expect(reviewTerm('2026-11-20', '2026-12-01')).toEqual({ dueOn: '2026-11-30', short: false });
    expect(reviewTerm('2026-11-20', '2026-11-30')).toEqual({ dueOn: '2026-11-27', short: true });
    // Sunday: the Friday before. Tuesday after a holiday on Monday, handed in on Friday: that Friday.
    expect(reviewTerm('2026-11-20', '2026-11-29')).toEqual({ dueOn: '2026-11-27', short: true });
    expect(reviewTerm('2026-11-20', '2026-11-24')).toEqual({ dueOn: '2026-11-20', short: true });
    expect(reviewTerm('2026-11-20', '2026-11-19')).toEqual({ dueOn: '2026-11-20', short: true });
  });

  it('any day, any count: what was added is what is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 30 }), (offset, count) => {
        const day = addDays('2026-01-01', offset);
        const due = businessDaysAfter(day, count);
        expect(isBusinessDay(due)).toBe(true);
        expect(businessDaysLeft(day, due)).toBe(count);
      }),
    );
  });

  it('does not move with the zone of the process', () => {
    // A running test can't change its own zone, so the days are worked out by processes elsewhere.
    const file = (name: string): string => transformSync(readFileSync(path.resolve(name), 'utf8'), { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }).code;
    const whole = (name: string): string => file(name).replace(/import \{[^}]*\} from '(@yoriai|\.)\/[a-z.]+';/, '').replaceAll('export ', '');
    const rules = ['platform/src/clock/day-off.ts', 'platform/src/clock/jst.ts', 'approvals/src/approval-case/due.rules.ts'].map((name) => whole(`libs/${name}`));
    const program = `${rules.join('\n')}\nprocess.stdout.write([isBusinessDay('2026-11-23'), businessDaysAfter('2026-11-20', 5), new Date(0).getHours()].join());`;
    const say = (zone: string): string =>
      execFileSync(process.execPath, ['--input-type=module', '-e', program], { env: { ...process.env, TZ: zone, NODE_OPTIONS: '' }, encoding: 'utf8' });
    expect(say('America/New_York')).toBe('false,2026-11-30,19');
    expect(say('Asia/Tokyo')).toBe('false,2026-11-30,9');
  });
});
