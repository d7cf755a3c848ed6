import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Refusal } from '@yoriai/platform';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { Accounts } from '../account/account.service.js';
import { IdentityModule } from '../identity.module.js';
import { People } from '../person/person.service.js';
import { Joining } from './joining.service.js';

let app: TestApp;
let joining: Joining;

beforeAll(async () => {
  app = await testApp({ imports: [IdentityModule] });
  joining = app.get(Joining);
});
afterAll(() => app.close());

const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error as Refusal).code);
const anAccount = (email: string) => app.tx((tx) => app.get(Accounts).ensure(tx, { email, name: '西船場 花子', kana: 'にしせんば はなこ' }));
const aPerson = (email: string, name = '西船場花子') => app.tx((tx) => app.get(People).add(tx, { name, kana: 'にしせんばはなこ', email }));

describe('joining records', () => {
  it('offers people without a login who gave the proved address, and nobody else', async () => {
    const mine = await anAccount('hanako@example.jp');
    const record = await aPerson('Hanako@example.jp');
    await aPerson('someone@example.jp');
    const other = await anAccount('other@example.jp');
    const offered = await app.tx((tx) => joining.candidates(tx, mine.personId));
    expect(offered.map((person) => person.id)).toEqual([record]);
    expect(await codeOf(joining.join(mine.personId, [other.personId]))).toBe('joining.not-offered');
  });

  it('joins all or none, marks the record and tells the contexts once', async () => {
    const mine = await anAccount('taro@example.jp');
    const [one, two, stranger] = [await aPerson('taro@example.jp'), await aPerson('taro@example.jp'), await aPerson('x@example.jp')];
    expect(await codeOf(joining.join(mine.personId, [one, stranger]))).toBe('joining.not-offered');
    await joining.join(mine.personId, [two, one, one]);
    const joined = (await app.outbox()).filter(({ message }) => message === 'identity.person-joined').map(({ payload }) => payload);
    expect(new Set(joined.map((payload) => payload['joinedPersonId']))).toEqual(new Set([one, two]));
    expect(joined).toHaveLength(2);
    expect(await app.tx((tx) => joining.candidates(tx, mine.personId))).toEqual([]);
    const [row] = await app.database.asOwner<{ merged_into: string }>('select merged_into from identity.person where id = $1', [one]);
    expect(row?.merged_into).toBe(mine.personId);
  });

  it('joins once although pressed ten times at once', async () => {
    const mine = await anAccount('press@example.jp');
    const record = await aPerson('press@example.jp');
    const { values, errors } = await race(10, () => joining.join(mine.personId, [record]));
    expect([values.length, new Set(errors.map((error) => (error as Refusal).code))]).toEqual([1, new Set(['joining.not-offered'])]);
  });
});
