import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MembershipAsking } from '@yoriai/associations';
import { LetterTown, URL_OF_SITE, letterTo } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

test('who asks to join has it confirmed, who leads the association hears of it without who it is, and the address goes with the name', async () => {
  const [house] = await town.app.database.asOwner<{ slug: string; name: string }>('select slug, name from associations.organisation where id = $1', [town.organisationId]);
  const token = await town.app.get(MembershipAsking).ask({ organisation: house!.slug, contactName: '標野 つばめ', email: 'tsubame@example.jp' }, { language: 'ja', from: 'here' });
  const sent = await town.post();
  const confirmed = letterTo(sent, 'tsubame@example.jp');
  expect(confirmed?.subject).toBe(`加入の相談を送りました：${house!.name}`);
  for (const words of ['標野 つばめ 様', `${URL_OF_SITE}/n/${token}`]) expect(confirmed?.text).toContain(words);
  const told = sent.filter(({ subject }) => subject === `加入の相談が届きました：${house!.name}`);
  expect(told.length).toBeGreaterThan(0);
  expect(told[0]?.text).toContain('/app/joining');
  expect(told.map(({ text }) => text).join()).not.toMatch(/標野|tsubame/);
  await town.app.get(MembershipAsking).withdraw(token);
  await town.post();
  expect(await town.app.database.asOwner(`select distinct kind, address = 'erased@invalid.invalid' as erased from notifications.delivery where kind like 'membership-%' order by kind`)).toEqual([
    { kind: 'membership-asked', erased: true },
    { kind: 'membership-new', erased: false },
  ]);
});

test('however many ask in a day, who leads has one letter, and has it though the first was taken back', async () => {
  const [house] = await town.app.database.asOwner<{ slug: string; name: string }>('select slug, name from associations.organisation where id = $1', [town.organisationId]);
  const [leaders] = await town.app.database.asOwner<{ count: number }>(`select count(distinct person_id)::int as count from associations.officer_term where organisation_id = $1 and role in ('leader', 'council-officer')`, [town.organisationId]);
  const ask = (name: string) => town.app.get(MembershipAsking).ask({ organisation: house!.slug, contactName: name, email: `${name}@example.jp` }, { language: 'ja', from: name });
  await town.app.get(MembershipAsking).withdraw(await ask('first'));
  for (const name of ['second', 'third', 'fourth']) await ask(name);
  const told = (await town.post()).filter(({ subject }) => subject === `加入の相談が届きました：${house!.name}`);
  expect([leaders!.count > 0, told.length]).toEqual([true, leaders!.count]);
});
