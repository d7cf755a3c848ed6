import { describe, expect, it } from '@jest/globals';
import type { EventSnapshot } from '../revision/snapshot.js';
import { changedFields, contentFor, overriddenAfter, spread, staysOnItsDay } from './series-spread.rules.js';

const HOST = { id: 'host', name: '西船場連合振興町会', kana: 'にしせんば', slug: 'nishisenba', areaId: null, areaName: null, areaSlug: null };
const frame = (id: string, given: Partial<EventSnapshot['frames'][number]> = {}): EventSnapshot['frames'][number] => ({
  ...{ id, kind: 'participant', name: '体操', method: 'first-come', capacity: 20, opensAt: null, closesAt: null, perApplicationMax: 2 },
  ...given,
});
const duty = { key: 'tea', duty: 'お茶', place: null, startsAt: '2026-12-01T00:30:00.000Z', endsAt: '2026-12-01T02:00:00.000Z', people: 2, note: null };
const content: EventSnapshot = {
  ...{ title: 'いきいき百歳体操', kana: null, summary: null, description: null, field: 'kenkou', category: 'sports' },
  ...{ placeName: '靱会館', placeAddress: null, accessText: null, startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T02:00:00.000Z' },
  ...{ rainPolicy: 'indoors', rainDecisionAt: null, audience: null, videoUrl: null, videoCaptions: null, audienceText: null, feeText: null, bringText: null, careText: null },
  ...{ contactName: '佐藤', contactPhone: '06-0000-0120', contactHours: null, food: false, fire: false, uses: [], venues: null, visibility: null },
  organisation: HOST,
  frames: [frame('one', { closesAt: '2026-11-30T15:00:00.000Z' })],
  duties: [duty],
  repeats: { every: 'week', interval: 1, weekdays: [2], nth: [], until: '2027-03-31', skipHolidays: true, schoolDays: false },
};
const ids = (): (() => string) => {
  let count = 0;
  return () => `new ${(count += 1)}`;
};
const FIRST = { on: '2026-12-01', content };
const made = contentFor('2026-12-08', FIRST, ids());

describe('another date of a series', () => {
  it('reads the same, with every hour on its own day and frames of its own', () => {
    expect(made).toEqual({
      ...content,
      startsAt: '2026-12-08T01:00:00.000Z',
      endsAt: '2026-12-08T02:00:00.000Z',
      frames: [frame('new 1', { closesAt: '2026-12-07T15:00:00.000Z' })],
      duties: [{ ...duty, startsAt: '2026-12-08T00:30:00.000Z', endsAt: '2026-12-08T02:00:00.000Z' }],
    });
    expect(changedFields(content, content)).toEqual([]);
  });

  it('takes over what was changed, and nothing else', () => {
    const own = { ...made, placeName: '本町会館', summary: 'この日は写真をとります。' };
    const moved = { on: '2026-12-01', content: { ...content, startsAt: '2026-12-01T01:30:00.000Z', placeName: '江之子島', frames: [frame('one', { capacity: 30 }), frame('two', { name: '見学' })] } };
    const after = spread({ on: '2026-12-08', content: own }, ['startsAt', 'frames'], moved, () => 'fresh');
    expect(after).toEqual({ ...own, startsAt: '2026-12-08T01:30:00.000Z', frames: [frame(made.frames[0]!.id, { capacity: 30 }), frame('fresh', { name: '見学' })] });
  });

  it('has no day for rain any more when the rule that asks for one is another, and keeps its own where the rule stays', () => {
    const rainDate = { startsAt: '2026-12-09T01:00:00.000Z', endsAt: '2026-12-09T02:00:00.000Z', placeName: null };
    const own: EventSnapshot = { ...made, rainPolicy: 'postponed', rainDate };
    const called = (rainPolicy: 'postponed' | 'cancelled') => spread({ on: '2026-12-08', content: own }, ['rainPolicy'], { on: '2026-12-01', content: { ...content, rainPolicy } }, ids());
    expect(called('cancelled')).toMatchObject({ rainPolicy: 'cancelled', rainDate: null });
    expect(called('postponed').rainDate).toEqual(rainDate);
  });

  it('keeps a frame that was called otherwise, and one whose place in the list is another', () => {
    const two = { ...made, frames: [frame('a'), frame('b', { name: '見学' })] };
    const renamed = { on: '2026-12-01', content: { ...content, frames: [frame('x', { name: '見学' }), frame('y', { name: '体操（いす）' }), frame('z', { name: '親子' })] } };
    expect(spread({ on: '2026-12-08', content: two }, ['frames'], renamed, ids()).frames.map(({ id, name }) => [id, name])).toEqual([
      ['b', '見学'],
      ['new 1', '体操（いす）'],
      ['new 2', '親子'],
    ]);
    const first = { on: '2026-12-01', content: { ...content, frames: [frame('x', { name: 'いすで体操' }), frame('y', { name: '見学' })] } };
    expect(spread({ on: '2026-12-08', content: two }, ['frames'], first, ids()).frames.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('an edit of one date', () => {
  it('names what it has of its own, once', () => {
    expect(overriddenAfter(['summary'], made, { ...made, placeName: '本町会館', summary: null })).toEqual(['placeName', 'summary']);
    expect(overriddenAfter(['summary'], made, { ...made, summary: 'ちがう' })).toEqual(['summary']);
  });

  it('may leave its day, an edit of more may not', () => {
    expect(staysOnItsDay(content, { ...content, startsAt: '2026-12-01T14:59:00.000Z' })).toBe(true);
    expect(staysOnItsDay(content, { ...content, startsAt: '2026-12-01T15:00:00.000Z' })).toBe(false);
  });
});
