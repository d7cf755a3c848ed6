import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Refusal } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { IdentityModule } from '../identity.module.js';
import { People } from './person.service.js';

let app: TestApp;
let people: People;

beforeAll(async () => {
  app = await testApp({ imports: [IdentityModule] });
  people = app.get(People);
});
afterAll(() => app.close());

describe('people', () => {
  it('keep the name they typed, whatever the keys fold', async () => {
    const id = await app.tx((tx) => people.add(tx, { name: '髙﨑 𠮷男', kana: 'たかさき よしお', phone: '０９０ー００００ー１２３４' }));
    const summary = await app.tx((tx) => people.byId(tx, id));
    expect(summary).toEqual({ id, name: '髙﨑 𠮷男', kana: 'たかさき よしお', searchKey: '高崎吉男', kanaKey: 'タカサキヨシオ', email: null, phone: '09000001234', language: 'ja' });
  });

  it('change only what is given', async () => {
    const id = await app.tx((tx) => people.add(tx, { name: '本田 一郎', kana: 'ほんでん いちろう', email: 'ichiro@example.jp' }));
    await app.tx((tx) => people.update(tx, id, { phone: '06-0000-1234' }));
    expect(await app.tx((tx) => people.byId(tx, id))).toMatchObject({ name: '本田 一郎', email: 'ichiro@example.jp', phone: '0600001234' });
  });

  it('are refused with every field that is wrong', async () => {
    const error = await app.tx((tx) => people.add(tx, { name: ' ', kana: '', email: 'a,b@example.jp', phone: '12' })).then(
      () => null,
      (caught: unknown) => caught as Refusal,
    );
    expect(error?.fields.map(({ field }) => field).sort()).toEqual(['email', 'kana', 'name', 'phone']);
  });

  it('are summarised together, the unknown left out', async () => {
    const id = await app.tx((tx) => people.add(tx, { name: '靱 二郎', kana: 'うつぼ じろう' }));
    const found = await app.tx((tx) => people.summaries(tx, [id, newId(), id]));
    expect([...found.keys()]).toEqual([id]);
  });
});
