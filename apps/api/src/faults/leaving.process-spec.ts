import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Proxy, Servers, TestClock, Town, inAMonth, testApp, until, type Server, type TestApp } from '@yoriai/testing';

/** Requests of the whole rolling restart, and how many are on their way at once. */
const REQUESTS = 2_400;
/** People apply for several frames, so that they do not stand in one queue. */
const FRAMES = 10;
const AT_ONCE = 10;
/** As docker/compose.yaml has it. */
const NOTICE_MS = 3_000;

let app: TestApp;
let servers: Servers;
let event: { id: string; frameIds: string[] };

beforeAll(async () => {
  app = await testApp({ imports: [], clock: new TestClock(new Date().toISOString()) });
  servers = Servers.on(app.database, { LEAVE_NOTICE_MS: String(NOTICE_MS) });
  event = await new Town(app).event(inAMonth({ frames: Array.from({ length: FRAMES }, () => ({ capacity: null })) }));
}, 60_000);
afterAll(async () => {
  await servers.end();
  await app.close();
});

/** Every eighth request applies for the event, as many read a page, the others ask a small question. */
const applies = (n: number): boolean => n % 8 === 0;
const asked = (n: number) => {
  if (!applies(n)) return { path: n % 8 === 1 ? '/events' : '/health/live' };
  const body = { frameId: event.frameIds[(n / 8) % FRAMES], name: `申込 ${n}`, kana: 'もうしこみ', email: `applicant${n}@example.jp`, heads: 1 };
  return { path: `/api/events/${event.id}/applications`, body, headers: { 'idempotency-key': `application-${n}` } };
};

/** A process that a proxy would send people to: it answers, and has its connections to the database. */
const serving = async (server: Server): Promise<Server> => {
  await server.ready();
  const ready = () => fetch(`${server.url}/health/ready`).then((answer) => answer.status === 200);
  await until('the process serves', async () => (await Promise.all(Array.from({ length: AT_ONCE }, ready))).every(Boolean));
  return server;
};

describe('a rolling restart under load', () => {
  it('fails no request, and whoever is told to leave is gone in time', async () => {
    const [first, second] = await Promise.all([servers.api(), servers.api()]);
    await Promise.all([serving(first), serving(second)]);
    const proxy = new Proxy([first.url, second.url]);
    const failed: string[] = [];
    let sent = 0;
    let gone: ReturnType<typeof first.stop>[] = [];
    /** At a third the first one leaves; at two thirds the second one, when the third has long been there. */
    const third = await servers.api();
    const restart = async (n: number): Promise<void> => {
      if (n === REQUESTS / 3) gone = [first.stop()];
      if (n !== (REQUESTS / 3) * 2) return;
      proxy.prefer((await serving(third)).url);
      gone.push(second.stop());
    };
    const visitor = async (): Promise<void> => {
      while (sent < REQUESTS) {
        const n = sent++;
        await restart(n);
        const answer = await proxy.pass(asked(n)).catch((error: Error) => ({ status: 0, body: error.message }));
        if (answer.status !== (applies(n) ? 201 : 200)) failed.push(`${n}: ${answer.status} ${answer.body.slice(0, 200)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, visitor));
    const ends = await Promise.all(gone);
    proxy.close();

    expect(failed).toEqual([]);
    const [applied] = await app.database.asOwner<{ n: number }>('select count(*)::int as n from events.application');
    expect(applied?.n).toBe(REQUESTS / 8);
    for (const end of ends) {
      // Ended by itself, not by its own last resort.
      expect(end.signal).toBe('SIGTERM');
      expect(end.ms).toBeLessThan(20_000);
    }
    expect(ends).toHaveLength(2);
  }, 240_000);
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

  it('still answers a request that had begun to come, and asks for the next one to be sent elsewhere', async () => {
    const leaving = await serving(await servers.api());
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
    const end = leaving.stop();
    await until('nobody new is taken', () => refusesNewcomers(Number(port)));
    connection.write('Accept: text/html\r\n\r\n');
    await closed;
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
