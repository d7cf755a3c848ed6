import { describe, expect, it } from '@jest/globals';
import { dayDifference } from '../../app/jst.js';
import { againOn, contentOn, firstAgain, firstAnew, goesOnAfter, requestOf, sameThere, stallsUntil } from './again.js';
import { aLine, anEvent, FRAME } from './an-event.builder.js';
import { changesIn } from './changes.js';
import { contentFrom } from './content.js';

describe('the day of an event that is held again', () => {
  it.each([
    ['the second Sunday stays the second Sunday', '2026-11-08', '2026-12-01', '2027-11-14'],
    ['the last of five becomes the last of four', '2026-11-29', '2026-12-01', '2027-11-28'],
    ['a first of the month', '2026-01-01', '2026-02-01', '2027-01-07'],
    ['of years ago is still to come', '2022-05-05', '2026-11-26', '2027-05-06'],
    ['never earlier than a year after itself', '2026-12-20', '2026-11-26', '2027-12-19'],
    ['in a leap year', '2027-02-28', '2027-03-01', '2028-02-27'],
  ])('%s', (_, day, today, again) => {
    expect(againOn(day, today)).toBe(again);
  });

  it('is of the same weekday, in the same month, for every day of ten years', () => {
    for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2030, 0, 1); at += 24 * 60 * 60_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const again = againOn(day, '2026-11-26');
      expect([day, again > '2026-11-26', again.slice(5, 7), dayDifference(day, again) % 7]).toEqual([day, true, day.slice(5, 7), 0]);
    }
  });
});

const NOW = new Date('2026-11-20T03:00:00Z');
const weekly = { every: 'week' as const, interval: 1, weekdays: [4], nth: [] as number[], until: '2027-03-31', skipHolidays: true, schoolDays: false };
const monthly = { ...weekly, every: 'month' as const, weekdays: [0], nth: [2] };

describe('a series that is held again', () => {
  it.each([
    ['every second Sunday of the month: on after the fiscal year', '2026-12-13', monthly, '2027-02-01', '2027-04-11'],
    ['the same while the year is still young', '2026-04-12', monthly, '2026-11-28', '2027-04-11'],
    ['exercises every Thursday', '2027-01-14', weekly, '2027-01-20', '2027-04-01'],
    ['on two days of the week: the first of them', '2026-04-07', { ...weekly, weekdays: [2, 5] }, '2026-11-28', '2027-04-02'],
    ['every other week keeps its rhythm', '2026-04-02', { ...weekly, interval: 2 }, '2026-11-28', '2027-04-01'],
    ['every other week, of the other rhythm', '2026-04-09', { ...weekly, interval: 2 }, '2026-11-28', '2027-04-08'],
    ['every third month on the last Sunday', '2026-04-26', { ...monthly, interval: 3, nth: [-1] }, '2026-11-28', '2027-04-25'],
    ['every fourth month on the first Sunday', '2026-06-07', { ...monthly, interval: 4, nth: [1] }, '2026-11-28', '2027-06-06'],
    ['that ended years ago: as soon as it can', '2024-04-14', { ...monthly, until: '2025-03-31' }, '2026-11-28', '2026-12-13'],
    ['of a summer: a year later', '2026-07-23', { ...weekly, until: '2026-08-27' }, '2026-11-28', '2027-07-22'],
    ['within a winter: a year later', '2026-12-03', { ...weekly, until: '2027-02-25' }, '2027-03-01', '2027-12-02'],
    ['none: a year later', '2026-11-08', null, '2026-12-01', '2027-11-14'],
  ])('%s', (_, day, repeats, today, again) => {
    expect(firstAgain(day, repeats, today)).toBe(again);
  });

  it('goes on to the end of the next fiscal year', () => {
    const series = anEvent({ startsAt: '2026-12-13T01:00:00.000Z', endsAt: '2026-12-13T02:00:00.000Z', repeats: monthly });
    expect(contentOn(series, firstAgain('2026-12-13', monthly, '2027-02-01'), NOW)).toMatchObject({ startsAt: '2027-04-11T01:00:00.000Z', repeats: { until: '2028-03-31' } });
    expect([goesOnAfter(monthly), goesOnAfter({ ...monthly, until: '2026-08-30' }), goesOnAfter(null)]).toEqual(['2027-03-31', null, null]);
  });
});

describe('an event that was not approved and is asked for anew', () => {
  it.each([
    ['keeps its day as long as that is to come', '2026-12-20', null, '2026-11-26', '2026-12-20'],
    ['keeps the first day of its series too', '2026-12-13', monthly, '2026-11-26', '2026-12-13'],
    ['comes a year later once its day is there', '2026-11-26', null, '2026-11-26', '2027-11-25'],
    ['goes on after its fiscal year once its first day is over', '2026-11-08', monthly, '2026-11-26', '2027-04-11'],
  ])('%s', (_, day, repeats, today, anew) => {
    expect(firstAnew(day, repeats, today)).toBe(anew);
  });
});

describe('another one of the same name on that day', () => {
  const mine = anEvent();
  it.each([
    ['of the host', { id: 'other' }, 1],
    ['itself', {}, 0],
    ['called off', { id: 'other', state: 'cancelled' as const }, 0],
    ['of another name', { id: 'other', title: '餅つき' }, 0],
    ['of another host', { id: 'other', organisation: { ...mine.organisation, id: 'another' } }, 0],
  ])('%s', (_, change, count) => {
    expect(sameThere(mine, [aLine(change)])).toHaveLength(count);
  });
});

describe('an event that is held again', () => {
  const event = anEvent({ startsAt: '2026-11-29T01:00:00.000Z', endsAt: '2026-11-29T04:00:00.000Z', rainDecisionAt: '2026-11-28T08:00:00.000Z', rainDecider: '会長', materials: 'テント 2張', titleEn: 'Rose Concert', budget: 30000, frames: [FRAME], duties: [{ key: 'a', duty: '受付', place: null, startsAt: '2026-11-29T00:00:00.000Z', endsAt: '2026-11-29T04:00:00.000Z', people: 2, note: null }] });

  it('moves all that hangs on the day, and says just that before it is saved', () => {
    const content = contentOn(event, '2027-11-28', NOW);
    expect(content).toMatchObject({ startsAt: '2027-11-28T01:00:00.000Z', endsAt: '2027-11-28T04:00:00.000Z', rainDecisionAt: '2027-11-27T08:00:00.000Z', rainDecider: '会長', materials: 'テント 2張', titleEn: 'Rose Concert', budget: 30000 });
    expect([content.frames[0]?.closesAt, content.duties[0]?.startsAt]).toEqual(['2027-11-27T08:00:00.000Z', '2027-11-28T00:00:00.000Z']);
    const moved = changesIn(contentFrom({ ...event }), content).map(({ id }) => id.split(' ')[0]);
    expect([...new Set(moved)].sort()).toEqual(['frame', 'rainPolicy', 'startsAt']);
  });

  it.each([
    ['to the end of the new fiscal year', '2026-12-01', '2027-12-07', '2027-03-31', '2028-03-31'],
    ['to the end of the new fiscal year, from its first days on', '2026-04-02', '2027-04-01', '2027-03-31', '2028-03-31'],
    ['also begun and asked for in the last weeks of one', '2027-02-09', '2028-02-08', '2028-03-31', '2029-03-31'],
    ['as long as before', '2026-06-02', '2027-06-01', '2026-07-28', '2027-07-27'],
    ['no later than the ward decides about at once', '2026-11-29', '2027-04-03', '2028-02-28', '2028-03-31'],
    ['in the same fiscal year', '2026-06-02', '2026-12-01', '2027-03-31', '2027-03-31'],
  ])('of a series goes on %s, and says so before it is saved', (_, was, day, until, newUntil) => {
    const repeats = { every: 'week' as const, interval: 1, weekdays: [2], nth: [], until, skipHolidays: true, schoolDays: false };
    const series = anEvent({ startsAt: `${was}T01:00:00.000Z`, endsAt: `${was}T02:00:00.000Z`, repeats });
    const content = contentOn(series, day, NOW);
    expect(content.repeats).toEqual({ ...repeats, until: newUntil });
    expect(changesIn(contentFrom({ ...series }), content).some(({ id }) => id === 'repeats')).toBe(until !== newUntil);
  });

  it('asks anew for a closing and an hour that are past when an event is asked for again on its own day', () => {
    const late = new Date('2026-11-28T09:00:00Z');
    const frames = [{ ...FRAME, answersBy: '2026-11-27' }, { ...FRAME, closesAt: '2026-11-28T10:00:00.000Z', answersBy: '2026-11-28' }];
    const content = contentOn({ ...event, frames }, '2026-11-29', late);
    expect([content.rainDecisionAt, ...content.frames.flatMap(({ closesAt, answersBy }) => [closesAt, answersBy])]).toEqual([null, null, null, '2026-11-28T10:00:00.000Z', '2026-11-28']);
  });

  it('asks for stalls until as many days before it', () => {
    const stalls = { waiting: 0, accepted: 2, places: 20, closesOn: '2026-11-15' };
    expect(stallsUntil({ ...event, stalls }, '2027-11-28')).toBe('2027-11-14');
    expect(stallsUntil({ ...event, stalls: null }, '2027-11-28')).toBeNull();
  });

  it.each(['invited', 'members', 'area', null] as const)('shows itself to the same people: %s', (visibility) => {
    expect(requestOf('host', contentOn({ ...event, visibility }, '2027-11-28', NOW))).toMatchObject({ visibility });
  });

  it('is a new one: no frame and no duty of the old one goes with it', () => {
    const request = requestOf('org', contentOn(event, '2027-11-28', NOW));
    expect(request).toMatchObject({ organisationId: 'org', title: event.title, frames: [{ name: 'いす席', capacity: 120 }], duties: [{ duty: '受付', people: 2 }] });
    expect(JSON.stringify(request)).not.toMatch(/"(id|key|placesTaken|waiting)"/);
  });
});
