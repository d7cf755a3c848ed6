import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statementsOf, testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, applied, type Cast } from '../an-event.builder.js';
import { EventEnds } from '../event/event-ends.js';
import { EventPublications } from '../event/event-publication.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { PublicEvents, type PublicEventWish } from './public-event.service.js';

let app: TestApp;
let cast: Cast;
let concert: EventDetail;
let festival: EventDetail;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  for (const state of ['draft', 'submitted', 'returned', 'rejected', 'approved'] as const) await anEvent(app, cast, state);
  concert = await anEvent(app, cast, 'published');
  festival = await anEvent(app, cast, 'published', {
    title: 'そよかぜまつり',
    kana: 'そよかぜまつり',
    field: 'kodomo',
    placeName: '新町北公園',
    placeAddress: '新町1丁目',
    startsAt: '2026-12-06T10:00:00+09:00',
    endsAt: '2026-12-06T15:00:00+09:00',
    frames: [
      { name: '自由参加', method: 'open' },
      { name: 'お手伝い', kind: 'volunteer', method: 'open' },
    ],
  });
});
afterAll(() => app.close());

const list = (wish: PublicEventWish = {}) => app.tx((tx) => app.get(PublicEvents).list(tx, wish));
const titles = async (wish: PublicEventWish = {}) => (await list(wish)).items.map(({ title }) => title);

describe('what everybody sees', () => {
  it('is what was approved and published, soonest first, nothing else', async () => {
    expect(await titles()).toEqual(['靱公園バラ園コンサート', 'そよかぜまつり']);
    expect((await list()).total).toBe(2);
  });

  it('narrows by days, area, field and words of any width', async () => {
    expect(await titles({ from: new Date('2026-11-30T00:00:00+09:00') })).toEqual(['そよかぜまつり']);
    expect(await titles({ to: new Date('2026-11-30T00:00:00+09:00') })).toEqual(['靱公園バラ園コンサート']);
    // One that is still running at `from` is in.
    expect(await titles({ from: new Date('2026-11-29T12:00:00+09:00'), to: new Date('2026-11-29T12:30:00+09:00') })).toEqual(['靱公園バラ園コンサート']);
    expect(await titles({ areaSlug: 'nishisenba' })).toHaveLength(2);
    expect(await titles({ areaSlug: 'horie' })).toEqual([]);
    expect(await titles({ field: 'kodomo' })).toEqual(['そよかぜまつり']);
    for (const q of ['ばら園', 'ﾊﾞﾗ園', 'コンサート', 'うつぼこうえん', '靱']) expect(await titles({ q })).toEqual(['靱公園バラ園コンサート']);
    expect(await titles({ q: '新町北' })).toEqual(['そよかぜまつり']);
    expect(await titles({ q: '%' })).toEqual([]);
  });

  it('costs the same number of statements for one and for many', async () => {
    const one = await statementsOf(() => list({ field: 'kodomo' }));
    expect(await statementsOf(() => list())).toBe(one);
    expect(one).toBeLessThanOrEqual(5);
  });
});

describe('the page of an event', () => {
  const page = (slug: string) => app.tx((tx) => app.get(PublicEvents).bySlug(tx, slug));

  it('shows the approved text with the places of this moment', async () => {
    await applied(app, concert, 1, 3);
    const shown = await page(concert.slug);
    expect(shown).toMatchObject({ title: '靱公園バラ園コンサート', state: 'published', banner: null, peopleWanted: 12, organisation: { name: '西船場連合振興町会', areaSlug: 'nishisenba' } });
    expect(shown.frames).toMatchObject([{ name: 'いす席', capacity: 50, placesTaken: 3, free: 47, waiting: 0, can: { apply: true } }]);
    expect(JSON.stringify(shown)).not.toMatch(/neighbour|created|submitted/i);
  });

  it('is found by the code of a poster too, however it was typed', async () => {
    const byCode = await app.tx((tx) => app.get(PublicEvents).byShortCode(tx, ` ${concert.shortCode.toUpperCase()} `));
    expect(byCode.slug).toBe(concert.slug);
  });

  it('offers a newcomer no place while somebody waits, and says why a heading takes nobody', async () => {
    const small = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 4, perApplicationMax: 4 }] });
    await applied(app, small, 1, 3);
    await applied(app, small, 2, 2);
    expect((await page(small.slug)).frames).toMatchObject([{ placesTaken: 3, waiting: 1, free: 0, can: { apply: true } }]);
    expect((await page(festival.slug)).frames).toMatchObject([
      { free: null, can: { apply: true } },
      { kind: 'volunteer', can: { apply: 'application.volunteers-take-shifts' } },
    ]);
  });

  it('stays with a banner when the event is called off', async () => {
    const event = await anEvent(app, cast, 'published');
    await app.get(EventPublications).cancel(cast.leader, event.id, '台風が近づいているため');
    const shown = await page(event.slug);
    expect(shown).toMatchObject({ state: 'cancelled', banner: { kind: 'cancelled', reason: '台風が近づいているため' } });
    expect(shown.frames[0]!.can.apply).toBe('application.event-cancelled');
    expect((await list()).items.some(({ id, state }) => id === event.id && state === 'cancelled')).toBe(true);
  });

  it('is 404 for everything that was never public', async () => {
    for (const state of ['draft', 'submitted', 'returned', 'rejected', 'approved'] as const) {
      const event = await anEvent(app, cast, state);
      await expect(page(event.slug)).rejects.toMatchObject({ code: 'event.not-found', status: 404 });
      await expect(app.tx((tx) => app.get(PublicEvents).byShortCode(tx, event.shortCode))).rejects.toMatchObject({ status: 404 });
    }
  });

  it('stays after the end, closed', async () => {
    app.clock.set('2026-11-29T14:00:00+09:00');
    await app.get(EventEnds).sweep(app.clock.now());
    const shown = await page(concert.slug);
    expect(shown).toMatchObject({ state: 'awaiting-report' });
    expect(shown.frames[0]!.can.apply).toBe('application.closed');
  });
});
