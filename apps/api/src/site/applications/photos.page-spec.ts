import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Secrets } from '@yoriai/platform';
import { HANAKO, apply } from '../testing/applying.js';
import { formOf } from '../testing/browser.js';
import { SiteTown } from '../testing/site-town.js';

let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
});
afterAll(() => town.close());

const photos = (guardian: boolean) => ({ title: 'たこあげ大会', frames: [{ name: 'こども', capacity: 3, asks: { photos: true, guardian } }], duties: [] });

it('whether pictures may be shown is asked with nothing marked; a no is marked on the lists, and changed on the ticket', async () => {
  const open = await town.publish(photos(false));
  const browser = town.browser();
  const form = await browser.open(`/events/${open.slug}/apply`);
  expect(form.html).toMatch(/写真をのせてもよいですか.*どちらを選んでも、参加には関係ありません/s);
  expect(form.html).not.toMatch(/name="photos"[^>]*checked|checked[^>]*name="photos"/);
  const unsaid = await apply(browser, open, { ...HANAKO, heads: '1' });
  expect([unsaid.status, unsaid.html.includes('href="#photos"')]).toEqual([422, true]);
  const checked = await browser.post(`/events/${open.slug}/apply/check`, { ...formOf(unsaid, `/events/${open.slug}/applications`).fields, photos: 'no' });
  expect(checked.html).toContain('いいえ。のせないでください');
  const done = await browser.follow(await browser.submit(checked, `/events/${open.slug}/applications`));
  const ticket = /href="(\/t\/[\w-]{43})"/.exec(done.html)?.[1] ?? '';
  const paper = async (name: string): Promise<string> => (await town.leader.browser.open(`/print/events/${open.id}/${name}`)).html;
  for (const name of ['participant-list', 'sign-in-sheet']) expect(await paper(name)).toContain('写真不可');
  expect((await town.leader.browser.post(`/print/events/${open.id}/participant-list.csv`, { why: 'door' })).html).toMatch(/写真\r\n.*,不可\r\n/);
  expect(await paper('application-form')).toContain('写真をのせてもよいですか');

  const held = await browser.open(ticket);
  expect(held.html).toContain('「のせないでほしい」と、お答えになっています');
  const changed = await browser.follow(await browser.submit(held, `${ticket}/photos`));
  expect(changed.html).toContain('「のせてもよい」と、お答えになっています');
  expect(await paper('sign-in-sheet')).not.toContain('写真不可');
});

it('of a child who applies alone the guardian says it, on the page of the consent', async () => {
  const open = await town.publish(photos(true));
  const browser = town.browser();
  const done = await apply(browser, open, { ...HANAKO, heads: '1', photos: 'yes', 'guardian.by': 'child', 'guardian.email': 'hana@example.jp' });
  expect(done.location).toBe(`/events/${open.slug}/done`);
  const [row] = await town.sql<{ id: string; photos: boolean | null }>('select id, photos from events.application where event_id = $1', [open.id]);
  expect(row!.photos).toBeNull();
  const link = `/g/${town.api.get(Secrets).sign('guardian-consent', row!.id)}`;
  const guardian = town.browser();
  const page = await guardian.open(link);
  expect(page.html).toContain('お子さんの写真をのせてもよいですか');
  const unsaid = await guardian.submit(page, link, { name: '標野 花', relation: '母' });
  expect([unsaid.status, unsaid.html.includes('href="#photos"')]).toEqual([422, true]);
  const given = await guardian.follow(await guardian.submit(unsaid, link, { name: '標野 花', relation: '母', photos: 'no' }));
  expect(given.html).toContain('「のせないでほしい」と、お答えになっています');
  const changed = await guardian.follow(await guardian.submit(given, `${link}/photos`));
  expect(changed.html).toContain('「のせてもよい」と、お答えになっています');
});
