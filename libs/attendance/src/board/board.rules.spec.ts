import { expect, it } from '@jest/globals';
import { boardMoment, stillToCome } from './board.rules.js';

const event = { state: 'published' as const, startsAt: new Date('2026-11-29T01:00:00Z'), endsAt: new Date('2026-11-29T04:00:00Z') };

it.each([
  ['2026-11-29T00:59:59Z', 'before'],
  ['2026-11-29T01:00:00Z', 'now'],
  ['2026-11-29T03:59:59Z', 'now'],
  ['2026-11-29T04:00:00Z', 'over'],
])('at %s an event is %s', (at, moment) => {
  expect(boardMoment(event, new Date(at))).toBe(moment);
});

it('says of an event that was called off nothing else', () => {
  expect(boardMoment({ ...event, state: 'cancelled' }, new Date('2026-11-29T02:00:00Z'))).toBe('off');
});

it('expects nobody more where more came than applied', () => {
  expect([stillToCome(10, 4), stillToCome(10, 12)]).toEqual([6, 0]);
});
