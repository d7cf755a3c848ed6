import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Servers, testDatabase, type TestDatabase } from '@yoriai/testing';

const OTHER = 'another-key-of-the-tests-that-seals-too';

let database: TestDatabase;
let servers: Servers;

beforeAll(async () => {
  database = await testDatabase();
  servers = Servers.on(database);
});
afterAll(async () => {
  await servers.end();
  await database.drop();
});

it('neither api nor worker begins without a key that is in use: its last words name it, and never a key', async () => {
  await database.asOwner(`insert into platform.sealing_key (id, since) values ('k0123abcd', now())`);
  for (const server of [await servers.api({ SEALING_KEY: OTHER }), servers.worker({ SEALING_KEY: OTHER })]) {
    expect((await server.end()).code).toBe(1);
    expect(server.lines.slice(-2)).toEqual(["設定がたりないか、使えません。The settings can't be used.", expect.stringMatching(/^ {2}SEALING_KEY: データは別の鍵（k0123abcd）で封をしてあります.+Data are sealed with another key \(k0123abcd\)/)]);
    expect(server.lines.join('\n')).not.toContain(OTHER);
  }
  expect(await database.asOwner('select id from platform.sealing_key')).toEqual([{ id: 'k0123abcd' }]);
}, 60_000);
