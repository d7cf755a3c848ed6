import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Queue } from 'bullmq';
import pg from 'pg';
import { testApp, type TestApp } from '@yoriai/testing';
import { openQueue } from './queue-backend.js';

let app: TestApp;
let queue: Queue;

beforeAll(async () => {
  app = await testApp({ imports: [] });
  queue = openQueue(app.config, 'limits');
});
afterAll(async () => {
  await queue.close();
  await app.close();
});

const failure = (number: number): Promise<string> => queue.add('job', { number }).then(() => 'taken', (error: Error) => error.message);

it('nobody waits long for a lock, nor for one of the connections', async () => {
  const locker = new pg.Client({ connectionString: app.database.ownerUrl });
  await locker.connect();
  await locker.query('begin');
  await locker.query('lock table bullmq.job in access exclusive mode');
  const failures = await Promise.all(Array.from({ length: 8 }, (_, n) => failure(n)));
  await locker.end();
  expect(new Set(failures)).toEqual(new Set(['canceling statement due to lock timeout', 'timeout exceeded when trying to connect']));
  expect(await failure(9)).toBe('taken');
});

it('nobody waits long for a slow statement', async () => {
  await app.database.asOwner(`create function bullmq.slowly() returns trigger language plpgsql as 'begin perform pg_sleep(60); return new; end'`);
  await app.database.asOwner('create trigger slowly before insert on bullmq.job for each row execute function bullmq.slowly()');
  expect(await failure(10)).toBe('canceling statement due to statement timeout');
});

it('a transaction that the process forgets is ended', async () => {
  const { pool } = (queue as unknown as { backend: { connection: { pool: pg.Pool } } }).backend.connection;
  expect((await pool.query('show idle_in_transaction_session_timeout')).rows).toEqual([{ idle_in_transaction_session_timeout: '15s' }]);
});
