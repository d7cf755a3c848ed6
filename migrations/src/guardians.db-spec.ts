import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@yoriai/testing';
import { DataSource, type QueryRunner } from 'typeorm';
import { NotificationsKnowGuardians1795500005910 } from './1795500005910-notifications-know-guardians.js';

let database: TestDatabase;
let source: DataSource;
let runner: QueryRunner;

beforeAll(async () => {
  database = await testDatabase();
  source = await new DataSource({ type: 'postgres', url: database.ownerUrl, installExtensions: false }).initialize();
  runner = source.createQueryRunner();
});
afterAll(async () => {
  await runner.release();
  await source.destroy();
  await database.drop();
});

it('what was written to guardians before is of their kind, and forgotten where their days are over', async () => {
  await runner.query('set session_replication_role = replica');
  const event = async (ended: string): Promise<string> => {
    const [{ id }] = (await runner.query(`select gen_random_uuid() id`)) as [{ id: string }];
    await runner.query(
      `insert into events.event (id, number, slug, short_code, organisation_id, area_id, starts_at, ends_at, search_text, state, version, created_by, created_at, updated_at)
       values ($1, $2, $2, $2, gen_random_uuid(), gen_random_uuid(), now() - $3::interval - interval '1 hour', now() - $3::interval, '', 'approved', 1, gen_random_uuid(), now(), now())`,
      [id, id.slice(0, 8), ended],
    );
    return id;
  };
  const letter = (eventId: string, name: string, params: object): Promise<unknown> =>
    runner.query(
      `insert into notifications.delivery (id, dedupe_key, event_id, kind, purpose, channel, address, template, params, priority, any_hour, state, next_attempt_at, created_at) values (gen_random_uuid(), $2, $1, 'event-message', 'reminder', 'mail', $2 || '@example.jp', 'event-message', $3, 0, false, 'due', now(), now())`,
      [eventId, name, params],
    );
  const [now, before] = [await event('1 day'), await event('40 days')];
  await letter(now, 'new-guardian', { guardianOf: 'c' });
  await letter(before, 'old-guardian', { guardianOf: 'c' });
  await letter(before, 'old-other', {});
  await new NotificationsKnowGuardians1795500005910().up(runner);
  expect(await runner.query('select dedupe_key as name, kind, address, state from notifications.delivery order by 1')).toEqual([
    { name: 'new-guardian', kind: 'guardian-message', address: 'new-guardian@example.jp', state: 'due' },
    { name: 'old-guardian', kind: 'guardian-message', address: 'erased@invalid.invalid', state: 'withdrawn' },
    { name: 'old-other', kind: 'event-message', address: 'old-other@example.jp', state: 'due' },
  ]);
});
