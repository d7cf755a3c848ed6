import { describe, expect, it } from '@jest/globals';
import type { StartLine } from '@yoriai/api-client';
import { TEMPLATES } from '../events/templates.js';
import { beginContent, unanswered } from './begin.js';

const wish: Pick<StartLine, 'programme' | 'venue' | 'place' | 'weekdays' | 'hours' | 'firstDay'> = { programme: 'exercise', venue: 'コート立売堀集会室', place: null, weekdays: [2, 4], hours: 'afternoon', firstDay: '2026-12-10' };

describe('the series of a request', () => {
  it('is where and when it suits, week by week, until the end of the fiscal year', () => {
    expect(beginContent(wish)).toEqual({
      startsAt: '2026-12-10T14:00:00+09:00',
      endsAt: '2026-12-10T15:00:00+09:00',
      venues: ['コート立売堀集会室'],
      placeName: 'コート立売堀集会室',
      repeats: { every: 'week', interval: 1, weekdays: [2, 4], nth: [], until: '2027-03-31', skipHolidays: true, schoolDays: false },
    });
  });
  it('is in a place of words, on the weekday of its first day where any suits; others go by the month', () => {
    const content = beginContent({ ...wish, programme: 'salon', venue: null, place: 'みなみマンション 集会室', weekdays: [], hours: 'any' });
    expect(content).toMatchObject({ startsAt: '2026-12-10T10:00:00+09:00', placeName: 'みなみマンション 集会室', repeats: { every: 'month', weekdays: [4], nth: [2] } });
    expect(content).not.toHaveProperty('venues');
  });
  it('has a template, whatever can be asked for', () => {
    for (const programme of ['exercise', 'salon', 'playground'] as const satisfies readonly StartLine['programme'][]) expect(TEMPLATES).toContain(programme);
  });
});

it('counts what wants an answer apart from what is to be told or begun', () => {
  expect(unanswered([{ kind: 'answer' }, { kind: 'call' }, { kind: 'answer' }, { kind: 'begin' }])).toBe(2);
});
