import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RedisServer, WorkerTown, announcedApplications, until, type Server } from '@yoriai/testing';
import { REDIS_REQUIRED, WITHOUT_REDIS, hasRedis } from '../../../../tools/redis.mjs';

/** "Nothing is lost, work resumes within half a minute." */
const RESUMES_MS = 30_000;

let town: WorkerTown;

beforeAll(async () => {
  town = await WorkerTown.open();
  // The right to connect comes from everybody's; taken away below, it must stay with the others.
  await town.database.asOwner(`grant connect on database ${town.database.name} to yoriai_app`);
}, 60_000);
beforeEach(() => {
  town.sink.mails.length = 0;
});
afterAll(() => town.close());

/** A place for the queue, and what can happen to it. */
interface Backend {
  name: string;
  settings: NodeJS.ProcessEnv;
  empty(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const sql = (statement: string) => town.database.asOwner(statement);

const onPostgres: Backend = {
  name: 'PostgreSQL',
  settings: {},
  async empty() {
    const tables = await town.database.asOwner<{ name: string }>(`select quote_ident(tablename) as name from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%'`);
    for (const { name } of tables) await sql(`delete from bullmq.${name}`);
  },
  async stop() {
    await sql(`revoke connect on database ${town.database.name} from public, yoriai_queue`);
    await sql(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'yoriai_queue'`);
  },
  async start() {
    await sql(`grant connect on database ${town.database.name} to yoriai_queue`);
  },
};

let wave = 0;
/** New applications, announced; answers their addresses. */
async function announce(count: number): Promise<string[]> {
  wave += 1;
  const addresses = Array.from({ length: count }, (_, n) => `wave${wave}-${n}@example.jp`);
  await announcedApplications(town.database, town.event, addresses);
  return addresses;
}
const has = (address: string): boolean => town.sink.mails.some((mail) => mail.to.includes(address));
const resumed = (addresses: string[]) => until(() => whoWaits(addresses), () => addresses.every(has), RESUMES_MS);
const whoWaits = async (addresses: string[]): Promise<string> => {
  const receipts = await sql('select subscriber, round, count(*)::int from platform.inbox where handled_at is null group by 1, 2');
  const ledger = await sql('select state, attempts, last_error, count(*)::int from notifications.delivery group by 1, 2, 3');
  return `everybody is written to; missing ${addresses.filter((one) => !has(one)).length}, ${JSON.stringify({ receipts, ledger })}`;
};
const onceEach = (): void => expect(town.sink.mails).toHaveLength(new Set(town.sink.mails.map((mail) => mail.to[0])).size);
const unhandled = async (): Promise<number> => (await sql('select 1 from platform.inbox where handled_at is null')).length;

/** What must hold on either backend; each promise in the same running worker. */
function promises(backend: Backend): void {
  let worker: Server;
  beforeAll(async () => {
    await backend.start();
    worker = await town.servers.worker(backend.settings).ready();
  }, 90_000);
  afterAll(async () => {
    await worker.stop();
  });

  it('is emptied again and again while work is under way: nothing is lost', async () => {
    const first = await announce(150);
    await until('work is under way', () => town.sink.mails.length > 0);
    for (let times = 0; times < 5; times += 1) await backend.empty();
    const second = await announce(50);
    await backend.empty();
    await resumed([...first, ...second]);
    expect(worker.lives).toBe(true);
    onceEach();
  }, 90_000);

  it('stops: the worker waits for it, leaves when it is told to, does not begin without it, and goes on when it is back', async () => {
    const leaving = await town.servers.worker(backend.settings).ready();
    await backend.stop();
    const during = await announce(50);
    const [left, unready] = await Promise.all([leaving.stop(), town.servers.worker(backend.settings).end()]);
    expect(left.ms).toBeLessThan(20_000);
    expect(unready.code).toBe(1);
    await until('the worker has noticed', () => worker.lines.some((line) => /outbox\.(relay|rescue) failed/.test(line)));
    expect(during.filter(has)).toEqual([]);
    await backend.start();
    await resumed(during);
    expect(worker.lives).toBe(true);
    onceEach();
  }, 120_000);
}

describe('the queue on PostgreSQL', () => promises(onPostgres));

if (hasRedis()) {
  const redis = new RedisServer();
  const onRedis: Backend = {
    name: 'Redis',
    settings: {},
    empty: () => redis.flush(),
    stop: () => redis.stop(),
    start: async () => {
      await redis.start();
      onRedis.settings['REDIS_URL'] = redis.url;
    },
  };

  describe('the queue on Redis', () => {
    afterAll(() => redis.stop());
    promises(onRedis);

    it.each([
      [onRedis, onPostgres],
      [onPostgres, onRedis],
    ])('is replaced while it is full: what it held is done from the other one', async (from, to) => {
      await Promise.all([onPostgres.start(), onRedis.start()]);
      // Nothing can be handled, so that everything stays in the queue.
      await sql(`create function notifications.never() returns trigger language plpgsql as 'begin raise exception ''not now''; end'`);
      await sql('create trigger never before insert on notifications.delivery for each row execute function notifications.never()');
      const before = await town.servers.worker(from.settings).ready();
      const addresses = await announce(100);
      await until('the queue holds it all', async () => (await unhandled()) === 100);
      await before.stop();
      await sql('drop function notifications.never() cascade');
      const after = await town.servers.worker(to.settings).ready();
      await resumed(addresses);
      onceEach();
      await after.stop();
    }, 120_000);
  });
} else if (REDIS_REQUIRED) {
  it('the queue on Redis', () => {
    throw new Error(WITHOUT_REDIS);
  });
}
