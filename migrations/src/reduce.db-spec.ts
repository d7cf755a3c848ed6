import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@yoriai/testing';
import { DataSource, type QueryRunner } from 'typeorm';
import { EventsReduce1795500005810 } from './1795500005810-events-reduce.js';

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

/** A decision whose event and people are beside the point here. */
const decide = (kind: string, dropped?: string): Promise<unknown> =>
  runner.query(`insert into events.day_decision (id, event_id, kind, cause, decided_by, decided_at${dropped ? ', dropped' : ''}) values (gen_random_uuid(), gen_random_uuid(), $1, 'wind', gen_random_uuid(), now()${dropped ? ', $2' : ''})`, dropped ? [kind, dropped] : [kind]);

it('goes down with events that take place in a smaller form, which are held then, and comes back up', async () => {
  const migration = new EventsReduce1795500005810();
  await runner.query('set session_replication_role = replica');
  await decide('reduced', '["模擬店"]');
  await decide('cancelled');
  await migration.down(runner);
  expect(await runner.query('select kind from events.day_decision order by kind')).toEqual([{ kind: 'cancelled' }, { kind: 'held' }]);
  await expect(decide('reduced')).rejects.toThrow('day_decision_kind');
  await migration.up(runner);
  await decide('reduced', '[]');
  await expect(decide('held', '[]')).rejects.toThrow('day_decision_dropped');
});
