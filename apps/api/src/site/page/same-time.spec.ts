import { describe, expect, it } from '@jest/globals';
import { meet } from './same-time.js';

const hours = (from: string | null, until: string | null) => ({ startsAt: from && `2026-11-29T${from}:00+09:00`, endsAt: until && new Date(`2026-11-29T${until}:00+09:00`) });

describe('two that somebody is promised to', () => {
  it.each([
    ['share an hour', hours('10:00', '13:00'), hours('12:00', '14:00'), true],
    ['one within the other', hours('10:00', '13:00'), hours('11:00', '12:00'), true],
    ['one after the other', hours('10:00', '13:00'), hours('13:00', '14:00'), false],
    ['one without an end', hours('10:00', '13:00'), hours('11:00', null), true],
    ['one without a day', hours('10:00', '13:00'), hours(null, null), false],
  ])('%s', (_, one, other, expected) => {
    expect([meet(one, other), meet(other, one)]).toEqual([expected, expected]);
  });
});
