import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Proxy, Servers, TestClock, Town, inAMonth, testApp, until, type End, type Server, type TestApp } from '@yoriai/testing';

/** Requests of the whole rolling restart, and how many are on their way at once. */
const REQUESTS = 5_000;
/** People apply for several frames, so that they do not stand in one queue; whoever is held while they apply has the last to themselves. */
const FRAMES = 11;
const AT_ONCE = 10;
/** How many applications are sure to be under way when a process is told to leave. */
const HELD = 3;
/** As docker/compose.yaml has it. */
const NOTICE_MS = 3_000;

let app: TestApp;
let servers: Servers;
let event: { id: string; frameIds: string[] };

beforeAll(async () => {
  app = await testApp({ imports: [], clock: new TestClock(new Date().toISOString()) });
  servers = Servers.on(app.database, { LEAVE_NOTICE_MS: String(NOTICE_MS) });
  event = await new Town(app).event(inAMonth({ frames: Array.from({ length: FRAMES }, () => ({ capacity: null })) }));
  await app.database.asOwner('create table events.gate ()');
  await app.database.asOwner('grant select on events.gate to yoriai_app');
  await app.database.asOwner(`create function events.held() returns trigger language plpgsql as
    'begin while exists (select from events.gate) loop perform pg_sleep(0.1); end loop; return new; end'`);
  await app.database.asOwner(`create trigger held before insert on events.application for each row when (new.contact_email like 'held%') execute function events.held()`);
}, 60_000);
afterAll(async () => {
  await servers.end();
  await app.close();
});

const applies = (name: string, frame: number) => ({
  path: `/api/events/${event.id}/applications`,
  body: { frameId: event.frameIds[frame], name: `申込 ${name}`, kana: 'もうしこみ', email: `${name}@example.jp`, heads: 1 },
});
/** Every tenth request applies for the event, as many read a page, the others ask a small question. */
const asked = (n: number) => (n % 10 === 0 ? applies(`applicant${n}`, (n / 10) % (FRAMES - 1)) : { path: n % 10 === 1 ? '/events' : '/health/live' });
const failure = (what: string) => (error: Error) => ({ status: 0, body: `${what}: ${error.message}` });

/** A process that a proxy would send people to: it answers, and has its connections to the database. */
const serving = async (server: Server): Promise<Server> => {
  await server.ready();
  const ready = () => fetch(`${server.url}/health/ready`).then((answer) => answer.status === 200);
  await until('the process serves', async () => (await Promise.all(Array.from({ length: AT_ONCE }, ready))).every(Boolean));
  return server;
};

const gate = {
  /** From now on applications of those who are `held` do not come to their end. */
  close: () => app.database.asOwner('insert into events.gate default values'),
  open: () => app.database.asOwner('delete from events.gate'),
};

/** Lets people apply over the proxy; answers what they will hear when the application of one at least is being written. Those who come together are written together. */
async function heldAt(proxy: Proxy, name: string, count: number): Promise<{ heard: Promise<{ status: number; body: string }[]> }> {
  const heard = Array.from({ length: count }, (_, n) => proxy.pass(applies(`held-${name}-${n}`, FRAMES - 1)).catch(failure('cut')));
  const asleep = `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
  await until('their applications are being written', async () => (await app.database.asOwner(asleep)).length > 0);
  return { heard: Promise.all(heard) };
}

/** Ends a process while applications are under way in it, which come to their end when it has said that it leaves. Answers its end and what the applicants heard. */
async function leave(leaving: Server, signal: NodeJS.Signals): Promise<{ end: End; heard: { status: number; body: string }[] }> {
  const proxy = new Proxy([leaving.url]);
  await gate.close();
  const { heard } = await heldAt(proxy, String(leaving.pid), HELD);
  const ended = leaving.stop(signal);
  await until('it takes nobody else', () => fetch(`${leaving.url}/health/open`).then((answer) => !answer.ok, () => true));
  await gate.open();
  const told = { heard: await heard, end: await ended };
  proxy.close();
  return told;
}

/** Sends so many requests through a proxy while processes leave one after the other; answers what failed, and how each process ended. */
async function restart({ requests, processes, signal, comes }: { requests: number; processes: Server[]; signal: NodeJS.Signals; comes?: Server }) {
  const proxy = new Proxy(processes.map(({ url }) => url));
  const failed: string[] = [];
  const ends: Promise<End>[] = [];
  let sent = 0;
  const judge = (what: string, status: number, answer: { status: number; body: string }): void => {
    if (answer.status !== status) failed.push(`${what}: ${answer.status} ${answer.body.slice(0, 200)}`);
  };
  const go = async (leaving: Server): Promise<End> => {
    const { end, heard } = await leave(leaving, signal);
    for (const answer of heard) judge('held', 201, answer);
    return end;
  };
  const visitor = async (): Promise<void> => {
    while (sent < requests) {
      const n = sent++;
      if (n === Math.floor(requests / 3)) ends.push(go(processes[0]!));
      if (n === Math.floor(requests / 3) * 2 && comes) {
        // The next one leaves when the newcomer serves, and the one before has gone.
        proxy.add(comes.url);
        ends.push(ends[0]!.then(() => go(processes[1]!)));
      }
      judge(String(n), n % 10 === 0 ? 201 : 200, await proxy.pass(asked(n)).catch(failure('cut')));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visitor));
  const gone = await Promise.all(ends);
  proxy.close();
  return { failed, gone };
}

const applications = async (): Promise<number> => (await app.database.asOwner<{ n: number }>('select count(*)::int as n from events.application'))[0]!.n;

describe('a rolling restart under load', () => {
  let stays: Server;

  it('fails no request, whatever was under way, and whoever is told to leave is gone in time', async () => {
    const processes = await Promise.all([servers.api(), servers.api(), servers.api()]);
    const [first, second, third] = await Promise.all(processes.map(serving)) as [Server, Server, Server];
    const { failed, gone } = await restart({ requests: REQUESTS, processes: [first, second], signal: 'SIGTERM', comes: third });
    stays = third;
    expect(failed).toEqual([]);
    // Nobody sent an application twice: each that was answered counts once.
    expect(await applications()).toBe(REQUESTS / 10 + 2 * HELD);
    for (const end of gone) {
      // Ended by itself, not by its own last resort.
      expect(end.signal).toBe('SIGTERM');
      expect(end.ms).toBeLessThan(20_000);
    }
    expect(gone).toHaveLength(2);
  }, 240_000);

  it('would tell: a process that dies at once fails everybody whose application was under way', async () => {
    const { failed } = await restart({ requests: 300, processes: [await serving(await servers.api()), stays], signal: 'SIGKILL' });
    expect(failed.filter((line) => line.startsWith('held: 0 '))).toHaveLength(HELD);
  }, 60_000);
});

describe('whoever leaves', () => {
  /** What a request over a line of its own is answered. */
  const fresh = (url: string, path: string) => fetch(`${url}${path}`, { headers: { connection: 'close' } }).then(({ status }) => status);

  it('says so before the door closes, and takes everybody until then', async () => {
    const leaving = await serving(await servers.api());
    expect(await fresh(leaving.url, '/health/open')).toBe(200);
    const from = performance.now();
    const end = leaving.stop();
    await until('it says that it leaves', async () => (await fresh(leaving.url, '/health/open')) === 503);
    // Half of the notice for whoever is on the way: nobody is cut off.
    while (performance.now() - from < NOTICE_MS / 2) expect(await fresh(leaving.url, '/events')).toBe(200);
    expect((await end).signal).toBe('SIGTERM');
    expect(performance.now() - from).toBeGreaterThan(NOTICE_MS);
    await expect(fresh(leaving.url, '/health/open')).rejects.toThrow();
  }, 60_000);

  const refusesNewcomers = (port: number) =>
    new Promise<boolean>((resolve) => {
      const newcomer = net.connect(port, '127.0.0.1', () => newcomer.destroy());
      newcomer.once('error', () => resolve(true)).once('close', () => resolve(false));
    });

  it('still answers a request that had begun to come and one that is being decided, and asks for the next one to be sent elsewhere', async () => {
    const leaving = await serving(await servers.api());
    const proxy = new Proxy([leaving.url]);
    const { host, port } = new URL(leaving.url);
    const connection = net.connect(Number(port), '127.0.0.1');
    let heard = '';
    connection.on('data', (chunk: Buffer) => (heard += String(chunk)));
    const closed = once(connection, 'close');
    connection.write(`GET /health/live HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    await until('the connection serves', () => heard.includes('{"status":"live"}'));
    heard = '';
    connection.write(`GET /events HTTP/1.1\r\nHost: ${host}\r\n`);
    // What was sent afterwards is answered: so the half of a request has come, too.
    await fetch(`${leaving.url}/health/live`);
    await gate.close();
    const { heard: decided } = await heldAt(proxy, 'to-the-end', 1);
    const end = leaving.stop();
    await until('nobody new is taken', () => refusesNewcomers(Number(port)));
    connection.write('Accept: text/html\r\n\r\n');
    await gate.open();
    expect((await decided).map(({ status }) => status)).toEqual([201]);
    await closed;
    proxy.close();
    expect(heard).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(heard).toMatch(/^connection: close\r$/im);
    expect((await end).signal).toBe('SIGTERM');
  }, 60_000);

  it('waits for nobody who never ends their request, and is gone by itself', async () => {
    const leaving = await serving(await servers.api());
    const connection = net.connect(Number(new URL(leaving.url).port), '127.0.0.1');
    const closed = once(connection, 'close');
    await once(connection, 'connect');
    connection.on('error', () => undefined).write('POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nemail=');
    await fetch(`${leaving.url}/health/live`);
    expect((await leaving.stop()).signal).toBe('SIGTERM');
    await closed;
  }, 60_000);
});
