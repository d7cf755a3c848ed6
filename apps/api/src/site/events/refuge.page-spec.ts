import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Venues } from '@yoriai/events';
import { SiteTown } from '../testing/site-town.js';

let town: SiteTown;
beforeAll(async () => {
  town = await SiteTown.open();
  const staff = (await town.resident({ name: '区 担当', kana: 'く たんとう', email: 'staff-of-places@example.jp', office: { organisationId: town.organisationId, role: 'staff' } })).actor;
  await town.api.get(Venues).add(staff, { name: '川べりの広場', kana: 'かわべりのひろば', kind: 'other', unfitFor: ['flood', 'tsunami'] });
});
afterAll(() => town.close());

it('the page of an event says from what its place is no refuge, and nothing of a place of which the list says nothing', async () => {
  const there = await town.publish({ title: '川べりの会', venues: ['川べりの広場'] });
  const elsewhere = await town.publish({ title: '会館の会', startsAt: '2026-12-13T10:00:00+09:00', endsAt: '2026-12-13T12:00:00+09:00', duties: [] });
  const words = 'ここは、津波・洪水のときの避難には使えません。';
  const said = async (slug: string) => (await town.browser().open(`/events/${slug}`)).html.includes(words);
  expect([await said(there.slug), await said(elsewhere.slug)]).toEqual([true, false]);
});
