import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { testApp, textsOf, type TestApp } from '@yoriai/testing';
import { aCast, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { EventNotices } from './event-notices.service.js';
import type { Reached } from './notice.rules.js';
import { Notices } from './notices.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  app.clock.set('2026-11-26T09:00:00+09:00');
});
afterAll(() => app.close());

const NOTICE = { title: '訪問型病児保育のご案内', text: 'お子さんが病気のとき、ご自宅でお預かりします。', fromDay: '2026-11-20', untilDay: '2026-12-10' };
const FAIR: Reached = { state: 'published', byInvitation: false, startsAt: '2026-12-05T10:00:00+09:00', endsAt: '2026-12-05T12:00:00+09:00', audience: 'families', audienceText: null, field: 'kodomo', category: null, organisation: { areaSlug: 'horie' } };
const notices = (): Notices => app.get(Notices);
const beside = async (event = FAIR): Promise<string[]> => (await app.get(EventNotices).beside(event)).map(({ title }) => title);

it('three stand beside an event, the newest first, by one statement; none is asked for invited people', async () => {
  for (const n of [1, 2, 3, 4]) {
    app.clock.set(`2026-11-26T09:0${n}:00+09:00`);
    await notices().write(cast.staff, { ...NOTICE, title: `お知らせ${n}` });
  }
  await notices().write(cast.staff, { ...NOTICE, title: '高齢の方へ', audiences: ['seniors'] });
  expect(await beside()).toEqual(['お知らせ4', 'お知らせ3', 'お知らせ2']);
  const asked = async (event: Reached): Promise<number> => (await textsOf(() => beside(event))).filter((text) => text.includes('events.notice')).length;
  expect([await asked(FAIR), await asked({ ...FAIR, byInvitation: true })]).toEqual([1, 0]);
});

it('is written, changed, ended and taken up again by the ward office alone; the list says who wrote it', async () => {
  const [first] = (await notices().write(cast.staff, NOTICE)).items;
  expect(first).toMatchObject({ ...NOTICE, writtenBy: '井上 さくら', endedAt: null, version: 1, link: null, audiences: [] });
  const id = first!.id;
  const nothing = { audiences: null, areas: null, fields: null, link: null, linkLabel: null } as object;
  expect((await notices().change(cast.staff, id, { ...NOTICE, ...nothing, version: 1 })).items[0]).toMatchObject({ audiences: [], areas: [], fields: [], version: 1 });
  const changed = await notices().change(cast.approver, id, { ...NOTICE, text: '登録が必要です。', version: 1 });
  expect(changed.items.find((each) => each.id === id)).toMatchObject({ text: '登録が必要です。', writtenBy: '井上 さくら', version: 2 });
  await expect(notices().change(cast.staff, id, { ...NOTICE, text: '別の方の文', version: 1 })).rejects.toMatchObject({ code: 'notice.changed-meanwhile', status: 409 });
  await notices().end(cast.staff, id);
  expect(await beside()).not.toContain(NOTICE.title);
  await notices().resume(cast.staff, id);
  await notices().resume(cast.staff, id);
  expect(await beside()).toContain(NOTICE.title);
  const log = await app.database.asOwner<{ action: string }>(`select action from identity.access_log where subject = $1 order by at, id`, [`notice:${id}`]);
  expect(log.map(({ action }) => action).sort()).toEqual(['notice.changed', 'notice.ended', 'notice.resumed', 'notice.written']);
  await expect(notices().list(cast.leader)).rejects.toMatchObject({ code: 'notice.staff-only', status: 403 });
  await expect(notices().write(cast.leader, NOTICE)).rejects.toMatchObject({ code: 'notice.staff-only', status: 403 });
  await expect(notices().end(cast.staff, cast.host)).rejects.toMatchObject({ code: 'notice.not-found', status: 404 });
});

it('what would not be understood is refused, and the database keeps no link that is not https', async () => {
  const refused = (more: object) => notices().write(cast.staff, { ...NOTICE, ...more });
  await expect(refused({ untilDay: '2026-11-19' })).rejects.toMatchObject({ code: 'notice.days', status: 422 });
  await expect(refused({ link: 'https://byouji.example.jp/' })).rejects.toMatchObject({ code: 'notice.link-label', status: 422 });
  await expect(refused({ areas: ['atlantis'] })).rejects.toMatchObject({ code: 'notice.area-unknown', status: 422 });
  await expect(app.tx((tx) => rows(tx, `update events.notice set link = 'javascript:alert(1)', link_label = 'x'`))).rejects.toThrow('notice_link_https');
});

it('a document stands on the pages of its areas and beside no event, and is for no audience alone', async () => {
  const { items } = await notices().write(cast.staff, { ...NOTICE, title: '堀江の防災地図', placed: 'areas', areas: ['horie'] });
  expect(items.find(({ title }) => title === '堀江の防災地図')).toMatchObject({ placed: 'areas' });
  await notices().write(cast.staff, { ...NOTICE, title: '地域カルテ', placed: 'areas' });
  const of = async (slug: string): Promise<string[]> => (await app.get(EventNotices).ofArea(slug)).map(({ title }) => title).sort();
  expect([await of('horie'), await of('meiji')]).toEqual([['地域カルテ', '堀江の防災地図'].sort(), ['地域カルテ']]);
  expect(await beside()).not.toContain('地域カルテ');
  await expect(notices().write(cast.staff, { ...NOTICE, placed: 'areas', audiences: ['seniors'] })).rejects.toMatchObject({ code: 'notice.of-areas', status: 422 });
  app.clock.set('2026-12-11T09:00:00+09:00');
  expect(await of('horie')).toEqual([]);
});

it('a change keeps what it does not name', async () => {
  const whole = { ...NOTICE, title: '地図の案内', placed: 'areas' as const, areas: ['horie'], link: 'https://chizu.example.jp/', linkLabel: '地図を見る' };
  const { id } = (await notices().write(cast.staff, whole)).items.find(({ title }) => title === whole.title)!;
  const changed = async (more: object, version: number) => (await notices().change(cast.staff, id, { ...NOTICE, title: whole.title, version, ...more })).items.find((each) => each.id === id);
  expect(await changed({ text: '新しい地図です。' }, 1)).toMatchObject({ ...whole, text: '新しい地図です。', version: 2 });
  expect(await changed({ areas: [], link: null, linkLabel: null }, 2)).toMatchObject({ placed: 'areas', areas: [], link: null, version: 3 });
});
