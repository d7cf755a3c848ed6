import { describe, expect, it } from '@jest/globals';
import type { EventSnapshot } from '../revision/snapshot.js';
import { postponed, postponeVerdict, type PostponeFacts } from './postponement.rules.js';

const facts: PostponeFacts = { now: new Date('2026-11-28T17:00:00+09:00'), startsAt: new Date('2026-11-29T10:00:00+09:00'), rainPolicy: 'postponed', isStaff: false, byRule: false };

describe('another day without asking the ward', () => {
  it.each([
    ['2026-12-06', {}, true],
    ['2026-11-29', {}, 'event.postpone-day'],
    ['2026-11-28', {}, 'event.postpone-day'],
    ['2027-03-01', {}, true],
    ['2027-03-02', {}, 'event.postpone-day'],
    ['2026-12-06', { rainPolicy: 'cancelled' }, 'event.postpone-not-approved'],
    ['2026-12-06', { rainPolicy: 'cancelled', isStaff: true }, true],
    ['2026-12-06', { rainPolicy: null, byRule: true }, true],
    ['2026-12-06', { now: facts.startsAt!, isStaff: true }, 'event.postpone-begun'],
    ['2026-12-06', { startsAt: null }, 'event.postpone-begun'],
  ] as const)('%s with %j: %s', (day, given, verdict) => {
    expect(postponeVerdict(day, { ...facts, ...given })).toBe(verdict);
  });
});

describe('the event on the new day', () => {
  const frame = { kind: 'participant', method: 'first-come', capacity: 10, perApplicationMax: 2, opensAt: null } as const;
  const content = {
    startsAt: '2026-11-29T01:00:00.000Z',
    endsAt: '2026-11-29T04:00:00.000Z',
    rainDecisionAt: '2026-11-28T08:00:00.000Z',
    frames: [
      { ...frame, id: 'a', name: '席', closesAt: '2026-11-28T03:00:00.000Z' },
      { ...frame, id: 'b', name: '抽選の席', method: 'lottery', closesAt: '2026-11-20T03:00:00.000Z' },
    ],
    duties: [{ key: 'd', duty: '受付', place: null, startsAt: '2026-11-29T00:00:00.000Z', endsAt: '2026-11-29T04:30:00.000Z', people: 2, note: null }],
  } as unknown as EventSnapshot;

  it('has its hours, duties, hour of decision and closings as many days later; a draw that was held stays closed', () => {
    const after = postponed(content, '2026-12-06', facts.now, { open: new Set(), drawn: new Set(['b']) });
    expect(after).toMatchObject({
      startsAt: '2026-12-06T01:00:00.000Z',
      endsAt: '2026-12-06T04:00:00.000Z',
      rainDecisionAt: '2026-12-05T08:00:00.000Z',
      frames: [{ closesAt: '2026-12-05T03:00:00.000Z' }, { closesAt: '2026-11-20T03:00:00.000Z' }],
      duties: [{ startsAt: '2026-12-06T00:00:00.000Z', endsAt: '2026-12-06T04:30:00.000Z' }],
    });
  });
});
