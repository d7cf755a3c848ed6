import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Handouts } from '@yoriai/events';
import { newId } from '@yoriai/platform';
import { SiteTown } from '../testing/site-town.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
});
afterAll(() => town.close());

it('a handout is taken along from the page of its event, in a box of its own, until it is taken away or the event is off', async () => {
  const [event, other] = [await town.publish(), await town.publish()];
  const page = async (): Promise<string> => (await town.browser().open(`/events/${event.slug}`)).html;
  const file = (id: string, slug = event.slug): Promise<Response> => fetch(new URL(`/events/${slug}/handouts/${id}`, town.origin));
  expect(await page()).not.toContain('id="handouts"');
  const { items } = await town.api.get(Handouts).add(town.leader.actor, event.id, '入学の<b>しおり', () => Promise.resolve(PDF));
  const id = items[0]!.id;
  expect(await page()).toMatch(/<h2 id="handouts">資料<.*入学の&lt;b&gt;しおり.*PDF、1KB/s);
  const answer = await file(id);
  const heads = ['content-type', 'content-disposition', 'cache-control', 'content-security-policy', 'x-content-type-options'].map((name) => answer.headers.get(name));
  expect([answer.status, ...heads]).toEqual([200, 'application/pdf', `attachment; filename="shiryo-${id.slice(-8)}.pdf"`, 'private, no-store', "default-src 'none'; sandbox", 'nosniff']);
  expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
  expect([(await file(id, other.slug)).status, (await file(newId())).status, (await file('x')).status]).toEqual([404, 404, 400]);

  await town.sql(`update events.event set state = 'cancelled' where id = $1`, [event.id]);
  expect(await page()).not.toContain('id="handouts"');
  expect((await file(id)).status).toBe(404);
  await town.sql(`update events.event set state = 'published' where id = $1`, [event.id]);
  expect((await file(id)).status).toBe(200);
  await town.api.get(Handouts).remove(town.leader.actor, event.id, id);
  expect((await file(id)).status).toBe(404);
});
