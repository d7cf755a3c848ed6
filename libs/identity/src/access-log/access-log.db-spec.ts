import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { IdentityModule } from '../identity.module.js';
import { AccessLog } from './access-log.service.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp({ imports: [IdentityModule] });
});
afterAll(() => app.close());

describe('the access log', () => {
  it('keeps who, what, why and how many', async () => {
    const actorPersonId = newId();
    await app.tx((tx) => app.get(AccessLog).add(tx, { actorPersonId, action: 'participation.exported', subject: 'fiscal-year:2026', reason: '区政会議', rowCount: 12 }));
    const [row] = await app.database.asOwner('select actor_person_id, action, subject, reason, row_count, at from identity.access_log');
    expect(row).toEqual({ actor_person_id: actorPersonId, action: 'participation.exported', subject: 'fiscal-year:2026', reason: '区政会議', row_count: 12, at: app.clock.now() });
  });

  it('of a screen that asks every few seconds holds one line a quarter of an hour, and one when more people are shown', async () => {
    const actorPersonId = newId();
    const look = (rowCount: number) =>
      app.tx((tx) => app.get(AccessLog).addWatching(tx, { actorPersonId, action: 'reception.names-read', subject: 'event:watched', rowCount }));
    const lines = async () => (await app.database.asOwner("select 1 from identity.access_log where subject = 'event:watched'")).length;
    await look(3);
    await look(3);
    expect(await lines()).toBe(1);
    await look(4);
    expect(await lines()).toBe(2);
    app.clock.advance(16);
    await look(4);
    expect(await lines()).toBe(3);
  });

  it.each(['access_log', 'account_standing', 'joining'])('the serving role can neither change nor delete nor empty %s', async (table) => {
    for (const sql of [`update identity.${table} set id = id`, `delete from identity.${table}`, `truncate identity.${table}`]) {
      await expect(app.database.asApp(sql)).rejects.toThrow(/permission denied/);
    }
  });
});
