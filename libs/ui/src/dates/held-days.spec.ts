import { describe, expect, it } from '@jest/globals';
import { firstShared, heldDays, heldDayWords, heldOn, isHeldOn } from './held-days.js';

const at = (day: string, time: string): string => `2026-${day}T${time}:00+09:00`;
const days = (from: [string, string], to: [string, string]): string[] => Object.values(heldDays(at(...from), at(...to)));

describe('the days on which something is', () => {
  it('are those of Japan from its first to its last', () => {
    expect(days(['11-29', '10:00'], ['11-29', '13:00'])).toEqual(['2026-11-29', '2026-11-29']);
    expect(days(['11-28', '10:00'], ['11-30', '16:00'])).toEqual(['2026-11-28', '2026-11-30']);
    // Still the evening before by the clock of Greenwich.
    expect(Object.values(heldDays('2026-11-28T16:00:00Z', '2026-11-29T16:00:00+09:00'))).toEqual(['2026-11-29', '2026-11-29']);
  });

  it.each([
    ['00:00', '2026-11-29'],
    ['02:00', '2026-11-29'],
    ['04:59', '2026-11-29'],
    ['05:00', '2026-11-30'],
    ['06:00', '2026-11-30'],
  ])('end the evening before with what ends at %s', (time, last) => {
    expect(days(['11-29', '18:00'], ['11-30', time])).toEqual(['2026-11-29', last]);
    expect(days(['11-28', '18:00'], ['11-30', time])).toEqual(['2026-11-28', last]);
  });

  it('are one day for what is over before five in the morning', () => {
    expect(days(['11-29', '01:00'], ['11-29', '03:00'])).toEqual(['2026-11-29', '2026-11-29']);
  });

  it('go over the end of a month and of a year', () => {
    const held = heldDays('2026-12-30T10:00:00+09:00', '2027-01-03T16:00:00+09:00');
    expect(['2026-12-29', '2026-12-30', '2027-01-01', '2027-01-03', '2027-01-04'].map((day) => isHeldOn(held, day))).toEqual([false, true, true, true, false]);
    expect(firstShared(held, heldDays('2027-01-02T10:00:00+09:00', '2027-01-02T12:00:00+09:00'))).toBe('2027-01-02');
  });
});

describe('the words of a day among several', () => {
  const held = { first: '2026-11-28', last: '2026-12-06' };

  it.each([
    ['ja', '12月6日(日)まで', '2日目', '9日目'],
    ['ja-easy', '12{月|がつ}\u00A0{6日|むいか} {日曜日|にちようび}まで', '{2日目|ふつかめ}', '{9日目|ここのかめ}'],
    ['en', 'until Sun 6 Dec', 'Day 2', 'Day 9'],
  ] as const)('are in %s: until when, then which of them', (lang, ...words) => {
    expect(['2026-11-28', '2026-11-29', '2026-12-06'].map((day) => heldDayWords({ lang }, held, day))).toEqual(words);
  });

  it('are none for a single day, and are read by their number where that has no reading of its own', () => {
    expect(heldDayWords({ lang: 'ja' }, { first: '2026-11-29', last: '2026-11-29' }, '2026-11-29')).toBeNull();
    expect(heldDayWords({ lang: 'ja-easy' }, { first: '2026-11-01', last: '2026-11-30' }, '2026-11-11')).toBe('11{日目|にちめ}');
  });
});

it('what begins on a day stands before what goes on', () => {
  const all = [
    { id: 'long', held: { first: '2026-11-01', last: '2026-11-30' } },
    { id: 'over', held: { first: '2026-11-28', last: '2026-11-28' } },
    { id: 'new', held: { first: '2026-11-29', last: '2026-11-29' } },
  ];
  expect(heldOn(all, '2026-11-29').map(({ id }) => id)).toEqual(['new', 'long']);
});
