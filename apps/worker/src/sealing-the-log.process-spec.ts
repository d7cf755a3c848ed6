import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@yoriai/platform';
import { WorkerTown, until } from '@yoriai/testing';

let town: WorkerTown;

beforeAll(async () => {
  town = await WorkerTown.open();
}, 60_000);
afterAll(() => town.close());

/** Somebody read something: a line of the log as the api writes it. */
const read = (subject: string) =>
  town.database.asOwner(
    `with entry as (insert into identity.access_log (id, at, action, subject) values ($1, now(), 'thing.read', $2) returning id)
     insert into identity.access_log_unsealed (entry_id) select id from entry`,
    [newId(), subject],
  );
const sealed = async (): Promise<string[]> =>
  (await town.database.asOwner<{ subject: string }>('select l.subject from identity.access_log_seal s join identity.access_log l on l.id = s.entry_id order by s.position')).map((row) => row.subject);

it('a worker seals the access log by itself, again and again, soon after each line', async () => {
  await read('before it came');
  const worker = await town.servers.worker().ready();
  const subjects = ['before it came'];
  await until('what had been waiting is sealed', async () => (await sealed()).length === 1);
  for (const subject of ['while it runs', 'and later']) {
    await read(subject);
    subjects.push(subject);
    // Every second; the machine may be busy.
    await until(`"${subject}" is sealed`, async () => (await sealed()).length === subjects.length, 10_000);
  }
  expect(await sealed()).toEqual(subjects);
  expect(worker.lives).toBe(true);
}, 90_000);
