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

  it('has, on the day announced for rain, the hours and the place announced, and its duties and programme by as much later', () => {
    const item = { kind: 'stage', title: '合唱', day: 0, start: '10:30', end: '11:00', place: null, performer: null, note: null };
    const rainDate = { startsAt: '2026-12-06T03:15:00.000Z', endsAt: '2026-12-06T05:00:00.000Z', placeName: '靱会館' };
    const announced = { ...content, placeName: '靱公園', placeAddress: '西区靱本町', accessText: '駅から5分', programme: [item], rainDate } as unknown as EventSnapshot;
    const none = { open: new Set<string>(), drawn: new Set<string>() };
    expect(postponed(announced, '2026-12-06', facts.now, none)).toMatchObject({
      ...{ startsAt: rainDate.startsAt, endsAt: rainDate.endsAt, placeName: '靱会館', placeAddress: null, accessText: null, rainDate: null, rainDecisionAt: '2026-12-05T08:00:00.000Z' },
      duties: [{ startsAt: '2026-12-06T02:15:00.000Z', endsAt: '2026-12-06T06:45:00.000Z' }],
      programme: [{ start: '12:45', end: '13:15' }],
    });
    const samePlace = { ...announced, rainDate: { ...rainDate, placeName: null } } as unknown as EventSnapshot;
    expect(postponed(samePlace, '2026-12-06', facts.now, none)).toMatchObject({ startsAt: rainDate.startsAt, placeName: '靱公園', placeAddress: '西区靱本町', accessText: '駅から5分' });
    expect(postponed(announced, '2026-12-13', facts.now, none)).toMatchObject({ startsAt: '2026-12-13T01:00:00.000Z', placeName: '靱公園', programme: [item], rainDate: null });
  });
});
