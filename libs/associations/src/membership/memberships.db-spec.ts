import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aWard, type Ward } from '../a-ward.builder.js';
import { AssociationsModule } from '../associations.module.js';
import { Organisations } from '../organisation/organisation.service.js';
import { MembershipAsking } from './membership-asking.service.js';
import type { MembershipWish } from './membership.dto.js';
import { Memberships } from './memberships.service.js';

const DAY = 24 * 60;
let app: TestApp;
let ward: Ward;
let slug: string;
let asked = 0;

beforeAll(async () => {
  app = await testApp({ imports: [AssociationsModule] });
  ward = await aWard(app);
  slug = (await app.tx((tx) => app.get(Organisations).byId(tx, ward.town))).slug;
});
afterAll(() => app.close());

const ask = async (more: Partial<MembershipWish> = {}): Promise<string> => {
  const asking = app.get(MembershipAsking);
  const token = await asking.ask({ organisation: slug, contactName: '標野 つばめ', email: `asker-${(asked += 1)}@example.jp`, ...more }, { language: 'ja', from: `${asked}` });
  return (await asking.byToken(token)).id;
};
const list = (actor = ward.leader) => app.get(Memberships).list(actor);
const logged = (action: string) => app.tx((tx) => rows<{ row_count: number }>(tx, 'select row_count from identity.access_log where action = $1', [action]));

it('reaches those alone who lead the association, each reading is logged, and who got in touch says so once', async () => {
  const id = await ask({ note: '会費のこと' });
  expect((await list()).items).toEqual([expect.objectContaining({ id, contact: { name: '標野 つばめ', phone: null, email: 'asker-1@example.jp' }, note: '会費のこと', state: 'waiting', canContact: true })]);
  expect(await logged('memberships.contacts-read')).toEqual([{ row_count: 1 }]);
  for (const other of [ward.blockLeader, ward.otherLeader, ward.staff, ward.admin]) {
    expect([(await list(other)).items, (await app.get(Memberships).waiting(other)).items]).toEqual([[], []]);
    await expect(app.get(Memberships).contacted(other, id)).rejects.toMatchObject({ code: 'membership.not-found', status: 404 });
  }
  expect((await app.get(Memberships).waiting(ward.leader)).items.map((each) => each.id)).toEqual([id]);
  expect((await app.get(Memberships).contacted(ward.leader, id)).items[0]).toMatchObject({ state: 'contacted', canContact: 'membership.is-contacted' });
  await expect(app.get(Memberships).contacted(ward.leader, id)).rejects.toMatchObject({ code: 'membership.is-contacted', status: 409 });
  expect((await app.get(Memberships).waiting(ward.leader)).items).toEqual([]);
  expect(JSON.stringify(await app.outbox())).not.toMatch(/標野|asker/);
});

it('is forgotten thirty days after somebody got in touch, and after ninety where nobody did', async () => {
  const [called, waits] = [await ask(), await ask()];
  await app.get(Memberships).contacted(ward.leader, called);
  const known = async (): Promise<string[]> => (await list()).items.filter(({ contact }) => contact !== null).map(({ id }) => id).filter((id) => id === called || id === waits);
  const after = async (days: number): Promise<string[]> => {
    app.clock.advance(days * DAY);
    await app.get(MembershipAsking).sweep(app.clock.now());
    return known();
  };
  expect((await after(29)).sort()).toEqual([called, waits].sort());
  expect(await after(2)).toEqual([waits]);
  expect(await after(60)).toEqual([]);
  expect((await app.outbox()).filter(({ message }) => message === 'associations.memberships-forgotten')).not.toEqual([]);
  await expect(app.get(Memberships).contacted(ward.leader, waits)).rejects.toMatchObject({ code: 'membership.forgotten', status: 409 });
});

it('comes from one contact three times at most while they wait, and to no association that nobody leads', async () => {
  const mine = { email: 'often@example.jp' };
  for (let n = 0; n < 3; n += 1) await ask(mine);
  await expect(ask(mine)).rejects.toMatchObject({ code: 'membership.enough', status: 409 });
  await expect(ask({ organisation: 'nobody' })).rejects.toMatchObject({ status: 422 });
  await expect(ask({ email: undefined } as never)).rejects.toMatchObject({ status: 422 });
});

it('comes from one place twenty times an hour at most, whoever asks; another place notices nothing', async () => {
  const asking = app.get(MembershipAsking);
  const askedFrom = (from: string) => asking.ask({ organisation: slug, contactName: '標野 つばめ', email: `place-${(asked += 1)}@example.jp` }, { language: 'ja', from });
  for (let times = 0; times < 20; times += 1) await askedFrom('one place');
  await expect(askedFrom('one place')).rejects.toMatchObject({ code: 'platform.too-often', status: 429 });
  await askedFrom('another place');
  app.clock.advance(61);
  await askedFrom('one place');
});
