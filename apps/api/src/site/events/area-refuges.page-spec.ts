import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Actor } from '@yoriai/associations';
import { Notices, Venues } from '@yoriai/events';
import { HORIE, NISHISENBA } from '@yoriai/testing';
import { SiteTown } from '../testing/site-town.js';

let town: SiteTown;
let staff: Actor;

beforeAll(async () => {
  town = await SiteTown.open();
  ({ actor: staff } = await town.resident({ name: '区 担当', kana: 'く たんとう', email: 'staff-of-refuges@example.jp', office: { organisationId: town.officeId, role: 'staff' } }));
  const add = (request: Omit<Parameters<Venues['add']>[1], 'kana'>) => town.api.get(Venues).add(staff, { kana: 'ばしょ', ...request });
  await add({ name: '堀江の小学校', kind: 'school', refuge: 'shelter', areaId: HORIE, address: '北堀江3丁目', capacity: 1038 });
  await add({ name: '西船場の公園', kind: 'park', refuge: 'gathering', areaId: NISHISENBA, capacity: 5240 });
  await add({ name: '大きな公園', kind: 'park', refuge: 'wide', capacity: 52_000, unfitFor: ['tsunami'] });
  await add({ name: '堀江の会館', kind: 'hall', areaId: HORIE });
});
afterAll(() => town.close());

it('the page of an area says where to take refuge: its own places and those of the whole ward, each with what it is not safe in', async () => {
  const { html } = await town.browser().open('/areas/horie');
  expect(html).toMatch(/避難する場所.*災害時避難所.*堀江の小学校.*北堀江3丁目.*およそ[^人]*1,038[^人]*人.*広域避難場所.*大きな公園.*津波のときは使えません/s);
  for (const other of ['西船場の公園', '堀江の会館']) expect(html).not.toContain(other);
  expect(html).toContain('href="/areas#refuges"');
  const all = (await town.browser().open('/areas')).html;
  expect(all).toMatch(/id="refuges".*堀江の小学校.*堀江.*西船場の公園.*西船場/s);
});

it('is said in the reader’s language, and a page of no area is none', async () => {
  expect((await town.browser({ 'accept-language': 'en' }).open('/areas/horie')).html).toMatch(/Where to take refuge.*Shelters.*about.{0,40}1,038.{0,40}people.*Not safe in a tsunami/s);
  expect((await town.browser().open('/areas/atlantis')).status).toBe(404);
  await expect(town.api.get(Venues).add(staff, { name: '遠い所', kana: 'とおいところ', kind: 'other', refuge: 'shelter', areaId: staff.personId })).rejects.toMatchObject({ code: 'venue.area-unknown', status: 422 });
});

it('documents of the area and of the ward stand there while their days last', async () => {
  const stands = { placed: 'areas' as const, text: '内容です。', fromDay: '2026-11-01', untilDay: '2026-11-22' };
  await town.api.get(Notices).write(staff, { ...stands, title: '堀江の防災地図', link: 'https://map.example.jp/', linkLabel: '地図を見る', areas: ['horie'] });
  await town.api.get(Notices).write(staff, { ...stands, title: '地域カルテ' });
  const shown = async (path: string): Promise<string> => (await town.browser().open(path)).html;
  expect(await shown('/areas/horie')).toMatch(/資料.*堀江の防災地図.*href="https:\/\/map\.example\.jp\/"[^>]*>地図を見る/s);
  expect(await shown('/areas/meiji')).not.toContain('堀江の防災地図');
  expect(await shown('/areas/meiji')).toContain('地域カルテ');
  town.clock.set('2026-11-23T10:00:00+09:00');
  expect(await shown('/areas/horie')).not.toContain('地域カルテ');
});
