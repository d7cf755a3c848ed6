import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MembershipAsking, Memberships } from '@yoriai/associations';
import { SiteTown } from '../testing/site-town.js';

let town: SiteTown;
let slug: string;

beforeAll(async () => {
  town = await SiteTown.open();
  [{ slug }] = (await town.sql<{ slug: string }>('select slug from associations.organisation where id = $1', [town.organisationId])) as [{ slug: string }];
});
afterAll(() => town.close());

const WISH = { contactName: '標野 つばめ', phone: '', email: 'tsubame@example.jp', note: '会費はいくらですか。' };

it('from the page of an area or an association somebody asks to join, sees how it stands, and takes it back, which erases who it was', async () => {
  const browser = town.browser();
  expect((await browser.open('/areas/nishisenba')).html).toContain('href="/join?area=nishisenba"');
  expect((await browser.open(`/organisations/${slug}`)).html).toContain(`href="/join?organisation=${slug}"`);
  const form = await browser.open(`/join?organisation=${slug}`);
  expect(form.html).toMatch(new RegExp(`<option value="${slug}" selected`));
  const back = await browser.submit(form, '/join', { ...WISH, organisation: '', email: '' });
  expect(back.status).toBe(422);
  expect(back.html).toContain('value="標野 つばめ"');
  for (const words of ['相談する町会をえらんでください。', '電話番号かメールの、どちらかを書いてください。']) expect(back.html).toContain(words);

  const ticket = await browser.follow(await browser.submit(form, '/join', { ...WISH, organisation: slug }));
  expect(ticket.path).toMatch(/^\/n\/[\w-]{43}$/);
  expect(ticket.html).toMatch(/西船場連合振興町会への相談.*町会に届いています.*標野 つばめ.*ts•••@example\.jp.*会費はいくらですか。/s);
  const { id } = await town.api.get(MembershipAsking).byToken(ticket.path.slice('/n/'.length));
  await town.api.get(Memberships).contacted(town.leader.actor, id);
  expect((await browser.open(ticket.path)).html).toContain('町会からご連絡しました');
  const gone = await browser.follow(await browser.submit(await browser.open(ticket.path), `${ticket.path}/withdrawal`));
  expect(gone.html).toContain('取り下げました');
  for (const words of ['標野', '会費はいくらですか', 'この相談を取り下げる']) expect(gone.html).not.toContain(words);
  expect(await town.sql('select contact_name, contact_email, note from associations.membership_request')).toEqual([{ contact_name: null, contact_email: null, note: null }]);
});

it('the same form sent twice is one request; nobody is asked whom nobody leads, and a link that is none opens nothing', async () => {
  const browser = town.browser({ 'accept-language': 'en' });
  const form = await browser.open('/join?area=nishisenba');
  expect(form.html).toContain('Join your neighbourhood association');
  const twice = { ...WISH, organisation: slug, email: 'twice@example.jp' };
  const [first, second] = [await browser.submit(form, '/join', twice), await browser.submit(form, '/join', twice)];
  expect((await browser.follow(second)).path).toBe((await browser.follow(first)).path);
  expect(await town.sql(`select language from associations.membership_request where contact_email = 'twice@example.jp'`)).toEqual([{ language: 'en' }]);
  expect((await town.browser().open(`/n/${'a'.repeat(43)}`)).status).toBe(404);
  const late = await browser.open('/join?area=nishisenba');
  await town.sql(`update associations.officer_term set ends_on = '2026-11-01' where organisation_id = $1`, [town.organisationId]);
  expect((await town.browser().open(`/join?organisation=${slug}`)).html).not.toContain(`value="${slug}"`);
  expect((await town.browser().open(`/organisations/${slug}`)).html).not.toContain('/join');
  expect((await browser.submit(late, '/join', { ...twice, email: 'late@example.jp' })).html).toContain('That association cannot be asked here.');
});
