import { describe, expect, it } from '@jest/globals';
import type { CalendarEvent } from '@yoriai/api-client';
import { calendarSearch } from './search.js';
import { lanesOf, monthsOf, together, weekOf } from './week-lanes.js';

const held = (id: string, startsAt: string, endsAt: string, more: Partial<CalendarEvent> = {}): CalendarEvent => ({ id, title: id, organisationName: '', areaName: null, startsAt, endsAt, placeName: null, venues: [], state: 'approved', ...more });
const week = weekOf('2026-12-02');
const events = [
  held('fair', '2026-11-30T10:00:00+09:00', '2026-12-01T16:00:00+09:00', { areaName: '堀江', venues: ['靱公園', '堀江公園'] }),
  held('salon', '2026-12-01T10:00:00+09:00', '2026-12-01T12:00:00+09:00', { areaName: '江戸堀' }),
  held('ward', '2026-12-05T10:00:00+09:00', '2026-12-05T12:00:00+09:00', { venues: ['靱公園'] }),
  held('later', '2026-12-06T10:00:00+09:00', '2026-12-06T12:00:00+09:00', { areaName: '日吉' }),
];
const shown = (by: 'area' | 'place') => lanesOf(events, week, by).map(({ name, days }) => [name, days.map((on) => on.map(({ event }) => event.id).join())]);

describe('a week of the ward’s calendar', () => {
  it('begins on Sunday, and may be of two months', () => {
    expect([week[0], week[6]]).toEqual(['2026-11-29', '2026-12-05']);
    expect(monthsOf(week)).toEqual(['2026-11', '2026-12']);
    expect(weekOf('2026-11-29')).toEqual(week);
  });

  it('has a lane for each area with something on, that of the whole ward last, each event on all its days', () => {
    expect(shown('area')).toEqual([
      ['江戸堀', ['', '', 'salon', '', '', '', '']],
      ['堀江', ['', 'fair', 'fair', '', '', '', '']],
      [null, ['', '', '', '', '', '', 'ward']],
    ]);
  });

  it('has a lane for each place of the list, and one for what is elsewhere', () => {
    expect(shown('place')).toEqual([
      ['堀江公園', ['', 'fair', 'fair', '', '', '', '']],
      ['靱公園', ['', 'fair', 'fair', '', '', '', 'ward']],
      [null, ['', '', 'salon', '', '', '', '']],
    ]);
  });

  it('has what goes on over the end of a month once', () => {
    const clash = { kind: 'place' as const, one: 'fair', other: 'salon' };
    const month = { month: '2026-11', holidays: ['2026-11-23'], events: events.slice(0, 2), clashes: [clash] };
    const both = together([month, { ...month, month: '2026-12', holidays: [], events }]);
    expect([both.events.map(({ id }) => id), both.clashes, both.holidays]).toEqual([['fair', 'salon', 'ward', 'later'], [clash], ['2026-11-23']]);
  });

  it('stands in the address by one of its days', () => {
    expect(calendarSearch({ week: '2026-12-02', lanes: 'place' })).toEqual({ week: '2026-12-02', lanes: 'place' });
    expect(calendarSearch({ week: '2026-02-32', lanes: 'street', month: '2026-13' })).toEqual({});
  });
});
