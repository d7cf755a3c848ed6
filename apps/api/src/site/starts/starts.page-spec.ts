import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Actor } from '@yoriai/associations';
import { StartAnswers, StartAsking, Venues } from '@yoriai/events';
import { SiteTown } from '../testing/site-town.js';

const ROOM = 'コート立売堀集会室';
let town: SiteTown;
let staff: Actor;

beforeAll(async () => {
  town = await SiteTown.open();
  ({ actor: staff } = await town.resident({ name: '区 担当', kana: 'くたんとう', email: 'clerk@example.jp', office: { organisationId: town.officeId, role: 'approver' } }));
  await town.api.get(Venues).add(staff, { name: ROOM, kana: 'こーと', kind: 'condominium' });
  await town.api.get(Venues).add(staff, { name: '靱公園', kana: 'うつぼこうえん', kind: 'park' });
});
afterAll(() => town.close());

const WISH = { programme: 'exercise', venue: ROOM, area: 'nishisenba', people: '１５', weekdays: '4', hours: 'morning', contactName: '標野 つばめ', phone: '', email: 'tsubame@example.jp', note: '' };

it('people of a building ask, look how it stands, and take it back; what they typed stays when something is missing', async () => {
  const event = await town.publish({ title: 'いきいき百歳体操' });
  const browser = town.browser();
  const shown = await browser.open(`/events/${event.slug}`);
  expect(shown.html).toContain('href="/begin?programme=exercise"');
  const form = await browser.open('/begin?programme=exercise');
  expect(form.html).toMatch(/value="exercise"[^>]*checked|checked[^>]*value="exercise"/);
  // The ward office's number stands below every page, and no second time.
  expect(form.html.match(/href="tel:/gu)).toHaveLength(1);
  // Rooms can be chosen; a park is none.
  expect(form.html).toContain(`>${ROOM}<`);
  expect(form.html).not.toContain('>靱公園<');
  const back = await browser.submit(form, '/begin', { ...WISH, email: '', people: 'たくさん', venue: '' });
  expect(back.status).toBe(422);
  expect(back.html).toContain('value="標野 つばめ"');
  expect(back.html).toMatch(/<option value="nishisenba" selected/);
  expect(back.html).toMatch(/value="4"[^>]*checked|checked[^>]*value="4"/);
  for (const words of ['場所をえらぶか、書いてください。', '人数を、1から500までの数字で書いてください。']) expect(back.html).toContain(words);
  expect((await browser.submit(form, '/begin', { ...WISH, email: '' })).html).toContain('電話番号かメールの、どちらかを書いてください。');
  // All that is missing is found at once, each by its own name.
  const empty = (await browser.submit(await browser.open('/begin'), '/begin', {})).html;
  for (const words of ['何をはじめたいか、ひとつえらんでください。', '都合のよい時間を、ひとつえらんでください。', '電話番号かメールの、どちらかを書いてください。']) expect(empty).toContain(words);

  const ticket = await browser.follow(await browser.submit(form, '/begin', WISH));
  expect(ticket.path).toMatch(/^\/b\/[\w-]{43}$/);
  expect(ticket.html).toMatch(/区役所に届いています.*メールでお返事します。.*コート立売堀集会室.*およそ15人.*木曜日　午前.*標野 つばめ.*ts•••@example\.jp/s);
  const { id } = await town.api.get(StartAsking).byToken(ticket.path.slice('/b/'.length));
  await town.api.get(StartAnswers).answer(staff, id, { state: 'accepted', words: 'おもりをお貸しします。' });
  expect((await browser.open(ticket.path)).html).toMatch(/はじめられます.*おもりをお貸しします。/s);
  const gone = await browser.follow(await browser.submit(await browser.open(ticket.path), `${ticket.path}/withdrawal`));
  expect(gone.html).toContain('取り下げました');
  expect(gone.html).not.toContain('この相談を取り下げる');
  // A second press of an old page hears so.
  expect((await browser.submit(ticket, `${ticket.path}/withdrawal`)).html).toContain('もう取り下げられています。');
});

it('who asked sees that it is prepared, and its page once there is one', async () => {
  const browser = town.browser();
  const ticket = await browser.follow(await browser.submit(await browser.open('/begin'), '/begin', { ...WISH, email: 'seen@example.jp' }));
  const { id } = await town.api.get(StartAsking).byToken(ticket.path.slice('/b/'.length));
  await town.api.get(StartAnswers).answer(staff, id, { state: 'accepted', words: null });
  const event = await town.publish({ title: 'いきいき百歳体操' });
  await town.sql(`update events.event set visibility = 'invited' where id = '${event.id}'`);
  await town.sql(`update events.start_request set event_id = '${event.id}', begun_at = now() where id = '${id}'`);
  const prepared = (await browser.open(ticket.path)).html;
  expect(prepared).toMatch(/準備がはじまりました/);
  expect(prepared).not.toContain(event.slug);
  await town.sql(`update events.event set visibility = null where id = '${event.id}'`);
  expect((await browser.open(ticket.path)).html).toMatch(new RegExp(`はじまる日が決まりました.*/events/${event.slug}`, 's'));
  // Off, and nothing else of it to come.
  await town.sql(`update events.event set state = 'cancelled' where id = '${event.id}'`);
  expect((await browser.open(ticket.path)).html).toContain('今回は取りやめになりました');
});

it('the same form sent twice is one request, and only public pages lead to it', async () => {
  const browser = town.browser();
  const form = await browser.open('/begin');
  const twice = { ...WISH, email: 'twice@example.jp', phone: '090-0000-4649' };
  const [first, second] = [await browser.submit(form, '/begin', twice), await browser.submit(form, '/begin', twice)];
  expect((await browser.follow(second)).path).toBe((await browser.follow(first)).path);
  expect(await town.sql(`select count(*)::int from events.start_request where contact_email = 'twice@example.jp'`)).toEqual([{ count: 1 }]);
  const other = await town.publish({ title: 'バラ園コンサート' });
  expect((await town.browser().open(`/events/${other.slug}`)).html).not.toContain('/begin');
  expect((await town.browser().open(`/b/${'a'.repeat(43)}`)).status).toBe(404);
  expect((await town.browser().open('/help')).html).toContain('href="/begin"');
  // By phone: they are told that somebody calls.
  const called = town.browser();
  const page = await called.follow(await called.submit(await called.open('/begin'), '/begin', { ...WISH, venue: '', place: 'みなみマンション', weekdays: '', area: '', email: '', phone: '０９０－００００－４６５０' }));
  expect(page.html).toMatch(/お電話します。.*みなみマンション.*どの曜日でも　午前/s);
});
