import { describe, expect, it } from '@jest/globals';
import type { CalendarEvent } from '@yoriai/api-client';
import { clashDays, daysWithEvents, inAClash } from './calendar-days.js';

const held = (id: string, startsAt: string): CalendarEvent => ({ id, title: id, organisationName: '', areaName: null, startsAt, endsAt: startsAt, placeName: null, state: 'approved' });
// The second is on the 29th in Japan.
const events = [held('a', '2026-11-28T01:00:00Z'), held('b', '2026-11-28T16:00:00Z'), held('c', '2026-11-29T03:00:00Z'), held('d', '2026-11-29T04:00:00Z')];
const clashes = [
  { kind: 'place' as const, one: 'b', other: 'c' },
  { kind: 'audience' as const, one: 'c', other: 'd' },
];

describe('the days of the ward’s calendar', () => {
  it('are those with something on them, by the clock of Japan, each once', () => {
    expect([...daysWithEvents(events)].map(([day, on]) => [day, on.map(({ id }) => id)])).toEqual([
      ['2026-11-28', ['a']],
      ['2026-11-29', ['b', 'c', 'd']],
    ]);
  });

  it('name what clashes under its day, each day once', () => {
    expect(clashDays({ events, clashes }).map(({ day, clashes: found }) => [day, found.map(({ kind, both }) => [kind, ...both.map(({ id }) => id)])])).toEqual([['2026-11-29', [['place', 'b', 'c'], ['audience', 'c', 'd']]]]);
    expect([...inAClash({ clashes })]).toEqual(['b', 'c', 'd']);
    expect(clashDays({ events: [], clashes })).toEqual([]);
  });
});
