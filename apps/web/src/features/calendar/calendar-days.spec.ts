import { describe, expect, it } from '@jest/globals';
import type { CalendarEvent } from '@yoriai/api-client';
import { clashDays, daysWithEvents, inAClash, isOfSeveralDays, whenOn, isUndecided } from './calendar-days.js';

const month = '2026-11';
const held = (id: string, startsAt: string, endsAt = new Date(Date.parse(startsAt) + 1).toISOString()): CalendarEvent => ({ id, title: id, organisationName: '', areaName: null, startsAt, endsAt, placeName: null, venues: [], state: 'approved' });
// The second is on the 29th in Japan.
const events = [held('a', '2026-11-28T01:00:00Z'), held('b', '2026-11-28T16:00:00Z'), held('c', '2026-11-29T03:00:00Z'), held('d', '2026-11-29T04:00:00Z')];
const clashes = [
  { kind: 'place' as const, one: 'b', other: 'c' },
  { kind: 'audience' as const, one: 'c', other: 'd' },
];
const daysOf = (of: CalendarEvent[]) => [...daysWithEvents({ month, events: of })].map(([day, on]) => [day, ...on.map(({ event }) => event.id)]);
const pairsOf = (of: Parameters<typeof clashDays>[0]) => clashDays(of).map(({ day, clashes: found }) => [day, found.map(({ kind, both }) => [kind, ...both.map(({ id }) => id)])]);

describe('the days of the ward’s calendar', () => {
  it('are those with something on them, by the clock of Japan, each once', () => {
    expect(daysOf(events)).toEqual([
      ['2026-11-28', 'a'],
      ['2026-11-29', 'b', 'c', 'd'],
    ]);
  });

  it('are all days of an event, in this month alone, and what begins on a day stands first there', () => {
    const before = held('before', '2026-10-31T10:00:00+09:00', '2026-11-02T16:00:00+09:00');
    const festival = held('festival', '2026-11-02T10:00:00+09:00', '2026-11-03T16:00:00+09:00');
    const night = held('night', '2026-11-29T18:00:00+09:00', '2026-11-30T02:00:00+09:00');
    const after = held('after', '2026-11-30T10:00:00+09:00', '2026-12-02T16:00:00+09:00');
    expect(daysOf([before, festival, night, after])).toEqual([
      ['2026-11-01', 'before'],
      ['2026-11-02', 'festival', 'before'],
      ['2026-11-03', 'festival'],
      ['2026-11-29', 'night'],
      ['2026-11-30', 'after'],
    ]);
  });

  it('say when an event begins, until when it lasts, and on its later days which of them it is', () => {
    const of = [held('fair', '2026-11-02T10:00:00+09:00', '2026-11-03T16:00:00+09:00'), held('class', '2026-11-03T11:00:00+09:00', '2026-11-03T12:00:00+09:00')];
    const words = [...daysWithEvents({ month, events: of })].flatMap(([day, on]) => on.map((each) => whenOn({ lang: 'ja' }, each, day)));
    expect(words).toEqual(['10時 11月3日(火)まで', '11時', '2日目']);
    expect(of.map(isOfSeveralDays)).toEqual([true, false]);
  });

  it('tell what nobody decided on yet from what may take place', () => {
    expect((['submitted', 'approved', 'published', 'closed'] as const).map((state) => isUndecided({ state }))).toEqual([true, false, false, false]);
  });

  it('name what clashes under its day, each day once', () => {
    expect(pairsOf({ month, events, clashes })).toEqual([['2026-11-29', [['place', 'b', 'c'], ['audience', 'c', 'd']]]]);
    expect([...inAClash({ clashes })]).toEqual(['b', 'c', 'd']);
    expect(clashDays({ month, events: [], clashes })).toEqual([]);
  });

  it('name a pair once, under the first day of the month that both are on', () => {
    const long = held('long', '2026-10-30T10:00:00+09:00', '2026-11-05T16:00:00+09:00');
    const second = held('second', '2026-10-31T10:00:00+09:00', '2026-11-02T16:00:00+09:00');
    const third = held('third', '2026-11-04T10:00:00+09:00', '2026-11-04T12:00:00+09:00');
    const found = [{ kind: 'audience' as const, one: 'long', other: 'second' }, { kind: 'place' as const, one: 'long', other: 'third' }];
    expect(pairsOf({ month, events: [long, second, third], clashes: found })).toEqual([
      ['2026-11-01', [['audience', 'long', 'second']]],
      ['2026-11-04', [['place', 'long', 'third']]],
    ]);
  });
});
