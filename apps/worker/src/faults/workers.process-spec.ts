import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RedisServer, WorkerTown, announcedApplications, dueLetters, until, type Server } from '@yoriai/testing';
import { REDIS_REQUIRED, WITHOUT_REDIS, hasRedis } from '../../../../tools/redis.mjs';

let town: WorkerTown;
/** How far the clock of the next worker goes ahead: a minute more each time, so that the leases of a dead one are over when it comes. */
let minutesAhead = 0;

beforeAll(async () => {
  town = await WorkerTown.open();
  await town.database.asOwner('create table platform.held ()');
  await town.database.asOwner('grant select on platform.held to yoriai_app');
  await town.database.asOwner(`create function notifications.held() returns trigger language plpgsql as
    'begin while exists (select from platform.held) loop perform pg_sleep(0.1); end loop; return new; end'`);
  await town.database.asOwner(`create trigger held before insert on notifications.delivery for each row when (new.address like 'held%') execute function notifications.held()`);
}, 60_000);
beforeEach(() => {
  town.sink.mails.length = 0;
  town.sink.onMail = () => undefined;
});
afterEach(() => town.servers.end());
afterAll(() => town.close());

const people = (name: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${name}${n}@example.jp`);
const ahead = () => ({ YORIAI_NOW: new Date(Date.now() + ++minutesAhead * 60_000).toISOString() });
const worker = (settings: NodeJS.ProcessEnv = {}): Server => town.servers.worker({ ...ahead(), ...settings });
/** Message-IDs by address. */
const letters = (): Map<string, string[]> => {
  const byAddress = new Map<string, string[]>();
  for (const { to, messageId } of town.sink.mails) byAddress.set(to[0] ?? '', [...(byAddress.get(to[0] ?? '') ?? []), messageId]);
  return byAddress;
};
const waiting = async (): Promise<number> => (await town.database.asOwner(`select 1 from notifications.delivery where state in ('due', 'sending')`)).length;
const done = async (count: number): Promise<boolean> => letters().size >= count && (await waiting()) === 0;
const whoWaits = async (): Promise<string> => {
  const receipts = await town.database.asOwner('select subscriber, round, count(*)::int from platform.inbox where handled_at is null group by 1, 2');
  const ledger = await town.database.asOwner('select state, attempts, last_error, count(*)::int from notifications.delivery group by 1, 2, 3');
  return `everybody is written to; ${letters().size} are, ${JSON.stringify({ receipts, ledger })}`;
};
const repeated = (): string[] => [...letters()].filter(([, ids]) => ids.length > 1).map(([address]) => address);

describe('workers', () => {
  it('two of them, with their two schedules: everything is done once', async () => {
    await announcedApplications(town.database, town.event, people('told', 200));
    await dueLetters(town.database, town.event, people('due', 400));
    const clock = ahead();
    const both = await Promise.all([town.servers.worker(clock).ready(), town.servers.worker(clock).ready()]);
    await until(whoWaits, () => done(600), 60_000);
    expect(repeated()).toEqual([]);
    expect(await town.database.asOwner('select 1 from platform.inbox where handled_at is null')).toEqual([]);
    for (const end of await Promise.all(both.map((one) => one.stop()))) expect(end.signal).toBe('SIGTERM');
  }, 120_000);

  it('one that is told to leave in the middle: gone in time, what is on its way arrives once, the rest is left to the next', async () => {
    const slow = new Set(people('leaving', 3));
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    town.sink.onMail = ({ to }) => (slow.has(to[0] ?? '') ? gate : undefined);
    await dueLetters(town.database, town.event, people('leaving', 600));
    const leaving = await worker().ready();
    await until('the middle', () => letters().size > 100);
    const before = letters().size;
    const end = await leaving.stop();
    // Nothing new was begun: only what was on its way in two slices came to its end.
    expect(letters().size - before).toBeLessThanOrEqual(60);
    // By itself, although a server kept three letters waiting.
    expect(end.signal).toBe('SIGTERM');
    expect(end.ms).toBeLessThan(20_000);
    expect(await town.database.asOwner(`select 1 from notifications.delivery where state = 'sending'`)).toHaveLength(0);
    open();
    const next = await worker().ready();
    await until(whoWaits, () => done(600), 60_000);
    expect(repeated().filter((address) => !slow.has(address))).toEqual([]);
    for (const address of slow) expect(new Set(letters().get(address)).size).toBe(1);
    await next.stop();
  }, 120_000);
});

/** What must hold on either back end of the queue, whose settings these are. */
function killed(settings: () => NodeJS.ProcessEnv): void {
  it('killed twice on the same job: another one takes it up within half a minute, each time', async () => {
    await town.database.asOwner('insert into platform.held default values');
    const held = async (): Promise<boolean> => (await town.database.asOwner(`select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`)).length > 0;

    await announcedApplications(town.database, town.event, people('held', 1));
    for (const times of [1, 2]) {
      const victim = worker(settings());
      await until(`the job is being done, time ${times}`, held, 30_000);
      await victim.stop('SIGKILL');
      await town.database.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`);
      await until('its transaction is over', async () => !(await held()));
    }
    await town.database.asOwner('delete from platform.held');
    worker(settings());
    await until(whoWaits, () => done(1), 30_000);
    expect(repeated()).toEqual([]);
  }, 120_000);

  it('killed three times in two thousand letters: everybody has mail, a repeat only with the same Message-ID', async () => {
    await dueLetters(town.database, town.event, people('many', 2_000));
    let current = worker(settings());
    for (const count of [150, 400, 650]) {
      await until(`${count} letters`, () => letters().size >= count, 60_000);
      await current.stop('SIGKILL');
      current = worker(settings());
    }
    await until(whoWaits, () => done(2_000), 90_000);
    for (const [address, ids] of letters()) {
      expect([address, new Set(ids).size]).toEqual([address, 1]);
      expect(ids.length).toBeLessThanOrEqual(2);
    }
    expect(letters().size).toBe(2_000);
  }, 240_000);
}

describe('a worker, with the queue on PostgreSQL', () => killed(() => ({})));

if (hasRedis()) {
  describe('a worker, with the queue on Redis', () => {
    const redis = new RedisServer();
    beforeAll(() => redis.start());
    afterAll(() => redis.stop());
    killed(() => ({ REDIS_URL: redis.url }));
  });
} else if (REDIS_REQUIRED) {
  it('a worker, with the queue on Redis', () => {
    throw new Error(WITHOUT_REDIS);
  });
}
