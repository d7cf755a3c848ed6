import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, applied, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { AUDIENCES, type Audience } from './audience.rules.js';
import { PublicEvents, type PublicEventWish } from './public-event.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

const titles = async (wish: PublicEventWish) => (await app.tx((tx) => app.get(PublicEvents).list(tx, wish))).items.map(({ title }) => title);

describe('for whom', () => {
  it.each<[string, Audience[]]>([
    ['どなたでも', ['anyone']],
    ['どなたでも。小学生まではおとなといっしょに。', ['children', 'anyone']],
    ['区内にお住まいの65歳以上の方', ['seniors']],
    ['65さい以上の方', ['seniors']],
    ['乳幼児と保護者', ['children']],
    ['町会の役員', []],
  ])('%s: %j', async (audienceText, audiences) => {
    const title = `会 ${audienceText}`;
    await anEvent(app, cast, 'published', { title, audienceText, field: 'kenkou' });
    for (const audience of ['children', 'seniors', 'anyone'] as const) expect([audience, (await titles({ audience })).includes(title)]).toEqual([audience, audiences.includes(audience)]);
  });

  it.each<[Audience, Audience[]]>([
    ['anyone', ['anyone']],
    ['families', ['children', 'families']],
    ['children', ['children']],
    ['seniors', ['seniors']],
  ])('what its host chose goes before their words: %s', async (audience, audiences) => {
    const title = `えらんだ ${audience}`;
    await anEvent(app, cast, 'published', { title, audience, audienceText: '高齢の方も、こどもも、どなたでも', field: 'kenkou' });
    for (const wanted of AUDIENCES) expect([wanted, (await titles({ audience: wanted })).includes(title)]).toEqual([wanted, audiences.includes(wanted)]);
  });

  it.each<[string, boolean, Partial<{ category: 'meeting' | 'class'; audience: Audience; audienceText: string; field: 'kodomo' | 'kenkou' }>]>([
    ['学校協議会', false, { category: 'meeting', audienceText: '保護者・地域の方', field: 'kodomo' }],
    ['こども会議', true, { category: 'meeting', audience: 'children', audienceText: '小学生', field: 'kodomo' }],
    ['教員の研修', false, { category: 'class', audienceText: '小学校の教員', field: 'kodomo' }],
    ['大人向けの話', false, { category: 'class', audienceText: '18歳以上の方', field: 'kodomo' }],
    ['小学校区の集い', false, { category: 'class', audienceText: '小学校区にお住まいの方', field: 'kenkou' }],
    ['小学校の集い', true, { category: 'class', audienceText: '小学校1年生から', field: 'kenkou' }],
  ])('%s for children: %s', async (title, listed, given) => {
    await anEvent(app, cast, 'published', { title, ...given });
    expect([(await titles({ audience: 'children', q: title })).includes(title), listed]).toEqual([listed, listed]);
  });

  it('what is of the field for children is for children, whatever else it says', async () => {
    await anEvent(app, cast, 'published', { title: '映画会', audienceText: '先着60人', field: 'kodomo' });
    expect(await titles({ audience: 'children' })).toContain('映画会');
  });
});

describe('free of charge', () => {
  it.each<[string, boolean]>([
    ['無料', true],
    ['参加費無料', true],
    ['０円', true],
    ['こどもは無料、おとな300円', false],
    ['500円', false],
  ])('%s: %s', async (feeText, gratis) => {
    const title = `会 ${feeText}`;
    await anEvent(app, cast, 'published', { title, feeText });
    expect((await titles({ gratis: true })).includes(title)).toBe(gratis);
  });
});

describe('where somebody can come now', () => {
  const frame = { name: '席', capacity: 2, perApplicationMax: 2 };
  it.each<[string, Parameters<typeof anEvent>[3], number[], boolean]>([
    ['a place is left', { frames: [frame] }, [1], true],
    ['all are taken', { frames: [frame] }, [2], false],
    ['somebody waits for the last', { frames: [frame] }, [1, 2], false],
    ['another frame has one', { frames: [frame, { ...frame, name: 'ゆか' }] }, [2], true],
    ['another frame has one, but not all together', { totalPlaces: 2, frames: [frame, { ...frame, name: 'ゆか' }] }, [2], false],
    ['nobody is counted', { frames: [{ name: '自由', method: 'open' }] }, [], true],
    ['only helpers are wanted, everybody may come', { frames: [{ name: '手伝い', kind: 'volunteer', method: 'open' }] }, [], true],
    ['it has not begun', { frames: [{ ...frame, opensAt: '2026-11-28T09:00:00+09:00' }] }, [], false],
    ['it has ended', { frames: [{ ...frame, closesAt: '2026-11-23T09:00:00+09:00' }] }, [], false],
  ])('%s', async (title, given, groups, free) => {
    const { startsAt, endsAt } = { startsAt: '2026-11-29T10:00:00+09:00', endsAt: '2026-11-29T13:00:00+09:00' };
    const event = await anEvent(app, cast, 'published', { title, startsAt, endsAt, ...given });
    for (const [index, heads] of groups.entries()) await applied(app, event, index + 1, heads);
    const now = app.clock.now();
    app.clock.set('2026-11-23T10:00:00+09:00');
    const found = await titles({ free: true, q: title });
    app.clock.set(now);
    expect(found.includes(title)).toBe(free);
    expect(await titles({ q: title })).toContain(title);
  });
});

describe('what is over', () => {
  it('comes latest first, by its host too, and never among what comes', async () => {
    const before = app.clock.now();
    await anEvent(app, cast, 'published', { title: '先の会', startsAt: '2026-11-23T10:00:00+09:00', endsAt: '2026-11-23T11:00:00+09:00', rainDecisionAt: null });
    await anEvent(app, cast, 'published', { title: '後の会', startsAt: '2026-11-24T10:00:00+09:00', endsAt: '2026-11-24T11:00:00+09:00', rainDecisionAt: null });
    app.clock.set('2026-11-25T09:00:00+09:00');
    const [host] = await app.database.asOwner<{ slug: string }>('select slug from associations.organisation where id = $1', [cast.host]);
    expect(await titles({ past: true, organisationSlug: host!.slug })).toEqual(['後の会', '先の会']);
    expect(await titles({ q: '先の会' })).toEqual([]);
    expect(await app.tx((tx) => app.get(PublicEvents).count(tx, { past: true }))).toBe(2);
    app.clock.set(before.toISOString());
  });
});
