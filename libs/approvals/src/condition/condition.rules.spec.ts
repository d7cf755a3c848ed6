import { describe, expect, it } from '@jest/globals';
import { addDays, type DateOnly } from '@yoriai/platform';
import fc from 'fast-check';
import { CONDITION_STATES, CONDITION_STEPS, remindOn, stepVerdict } from './condition.rules.js';

const [host, clerk] = ['host', 'clerk'];

describe('what may be said about a condition', () => {
  const said = { parties: [host], by: clerk, words: '消防署に出しました。' };
  it.each([
    ['reported', 'open', true],
    ['reported', 'reported', 'approval.condition-reported'],
    ['confirmed', 'open', true],
    ['confirmed', 'reported', true],
    ['sent-back', 'open', 'approval.condition-not-reported'],
    ['sent-back', 'reported', true],
  ] as const)('%s while it is %s: %s', (kind, state, verdict) => {
    expect(stepVerdict(kind, { ...said, state })).toBe(verdict);
  });

  it.each(CONDITION_STEPS.flatMap((kind) => (['met', 'lapsed'] as const).map((state) => [kind, state] as const)))('%s: no more once it is %s', (kind, state) => {
    expect(stepVerdict(kind, { ...said, state })).toBe(`approval.condition-${state}`);
  });

  it.each([['confirmed', 'open'], ['confirmed', 'reported'], ['sent-back', 'reported']] as const)('%s while it is %s by whoever handed it in, or ever reported it: no', (kind, state) => {
    expect(stepVerdict(kind, { ...said, state, parties: [clerk, host], by: host })).toBe('approval.own-report');
  });

  it('needs words, but a confirmation of what was reported', () => {
    const wordless = CONDITION_STATES.flatMap((state) => CONDITION_STEPS.filter((kind) => stepVerdict(kind, { ...said, state, words: ' ' }) === true).map((kind) => [state, kind]));
    expect(wordless).toEqual([['reported', 'confirmed']]);
    expect(stepVerdict('reported', { state: 'open', parties: [host], by: host })).toBe(true);
  });
});

describe('the day of the reminder', () => {
  it.each([
    ['2026-11-02', '2026-11-20', '2026-11-17'],
    ['2026-11-16', '2026-11-20', '2026-11-17'],
    ['2026-11-17', '2026-11-20', '2026-11-19'],
    ['2026-11-18', '2026-11-20', '2026-11-19'],
    ['2026-11-19', '2026-11-20', null],
    ['2026-11-20', '2026-11-20', null],
  ] as const)('approved %s, due %s: %s', (today, due, day) => expect(remindOn(today, due)).toBe(day));

  it('is after the approval and before the day it is due, whenever there is such a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 60 }), (offset, days) => {
        const today: DateOnly = addDays('2026-01-01', offset);
        const due = addDays(today, days);
        const day = remindOn(today, due);
        expect(day === null).toBe(days < 2);
        if (day !== null) expect([day > today, day < due]).toEqual([true, true]);
      }),
    );
  });
});
