import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SiteTown } from '../testing/site-town.js';

let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
});
afterAll(() => town.close());

it('a programme is shown, printed and told to search engines in its running order', async () => {
  const item = { day: 0, place: null, performer: null, note: null };
  const programme = [
    { ...item, kind: 'health' as const, title: '骨と血管の測定', start: null, end: null, performer: '区の保健師' },
    { ...item, kind: 'stage' as const, title: '吹奏楽', start: '10:40', end: '11:30', place: '北ステージ' },
  ];
  const event = await town.publish({ title: '秋のそよかぜまつり', field: 'fukushi', feeText: '1人300円', programme, description: '10時 開場\n11時 おわり', duties: [] });
  const { html } = await town.browser().open(`/events/${event.slug}`);
  expect(html).toMatch(/<h2 id="programme">.*10時40分〜11時30分.*吹奏楽.*北ステージ.*一日じゅう.*骨と血管の測定.*健康コーナー.*区の保健師/s);
  expect(html.match(/id="programme"/g)).toHaveLength(1);
  const data = JSON.parse(/<script type="application\/ld\+json">(.+?)<\/script>/s.exec(html)?.[1] ?? '{}') as { subEvent?: unknown };
  expect(data.subEvent).toEqual([{ '@type': 'Event', name: '吹奏楽', startDate: '2026-11-29T10:40:00+09:00', endDate: '2026-11-29T11:30:00+09:00', location: { '@type': 'Place', name: '北ステージ' } }]);
  expect((await town.browser().open(`/events/${event.slug}/running-order`)).html).toMatch(/進行表.*10時40分〜11時30分.*吹奏楽.*測定/s);
  expect((await town.browser().open(`/events/${event.slug}/poster`)).html).toContain('10:40 吹奏楽・骨と血管の測定');
  expect((await town.browser().open(`/events/${(await town.publish()).slug}/running-order`)).status).toBe(404);
});
