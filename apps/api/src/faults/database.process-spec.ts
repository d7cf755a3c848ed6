import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Servers, TestClock, Town, inAMonth, mailSink, testApp, until, type MailSink, type Server, type TestApp } from '@yoriai/testing';
import { Browser } from '../site/testing/browser.js';
import { clusterOfItsOwn, type OwnCluster } from '../../../../tools/test-cluster.mjs';

const POOL = 5;

let cluster: OwnCluster;
let app: TestApp;
let sink: MailSink;
let servers: Servers;
let api: Server;
let worker: Server;
let event: { id: string; frameIds: string[] };

beforeAll(async () => {
  cluster = await clusterOfItsOwn();
  app = await testApp({ imports: [], clock: new TestClock(new Date().toISOString()), cluster: cluster.facts });
  sink = await mailSink();
  servers = Servers.on(app.database, { SMTP_URL: sink.url, POOL_SIZE: String(POOL) });
  event = await new Town(app).event(inAMonth({ frames: [{ capacity: 500 }, { capacity: 500 }] }));
  // As its host wrote it down: the Site offers what was approved.
  await app.database.asOwner(`update events.event_revision set snapshot = snapshot || jsonb_build_object('frames', (select jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'name', name,
    'method', method, 'capacity', capacity, 'opensAt', null, 'closesAt', null, 'perApplicationMax', per_application_max) order by sort) from events.frame))`);
  [api, worker] = await Promise.all([servers.api().then((one) => one.ready()), servers.worker().ready()]);
}, 120_000);
afterEach(() => cluster.thaw());
afterAll(async () => {
  await servers.end();
  await sink.close();
  await app.module.close();
  await cluster.remove();
}, 60_000);

interface Answer {
  status: number;
  type: string;
  retryAfter: number;
  text: string;
  ms: number;
}

async function ask(path: string, body?: unknown, of = api): Promise<Answer> {
  const from = performance.now();
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${of.url}${path}`, { ...(body === undefined ? {} : post), signal: AbortSignal.timeout(60_000) });
  const text = await response.text();
  const { headers, status } = response;
  return { status, type: headers.get('content-type') ?? '', retryAfter: Number(headers.get('retry-after')), text, ms: performance.now() - from };
}

const apply = (name: string, of = api, frame = 0): Promise<Answer> =>
  ask(`/api/events/${event.id}/applications`, { frameId: event.frameIds[frame], name: `申込 ${name}`, kana: 'もうしこみ', email: `${name}@example.jp`, heads: 1 }, of);

/** "Not now, try again soon": a problem document in the API, a page with the request's number on the Site. */
function expectSorry(answer: Answer): void {
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([503, answer.text.slice(0, 300)]);
  expect(answer.retryAfter).toBeGreaterThanOrEqual(1);
  expect(answer.retryAfter).toBeLessThanOrEqual(10);
  if (answer.type.startsWith('text/html')) expect(answer.text).toContain('err-ids');
  else expect(JSON.parse(answer.text)).toMatchObject({ type: expect.stringMatching(/^\/problems\/platform\.(busy|unavailable)$/), status: 503 });
}

/** Why the api said sorry, as it wrote into its log since that line. */
const reasons = (since: number): string[] => api.lines.slice(since).flatMap((line) => /why: [^']*'([^']+)'/.exec(line)?.[1] ?? []);

/** What everybody hears while the database can't be asked. */
async function expectAway(): Promise<void> {
  const [applied, page, ready, live] = await Promise.all([apply('nobody'), ask('/events'), ask('/health/ready'), ask('/health/live')]);
  expectSorry(applied);
  expect(applied.type).toMatch(/^application\/problem\+json/);
  expectSorry(page);
  expect(page.type).toMatch(/^text\/html/);
  expect([live.status, JSON.parse(live.text)]).toEqual([200, { status: 'live' }]);
  expect([ready.status, JSON.parse(ready.text)]).toEqual([503, { status: 'degraded', dependencies: { database: 'unavailable' } }]);
  expect(ready.ms).toBeLessThan(10_000);
  expect(Math.max(applied.ms, page.ms)).toBeLessThan(30_000);
}

/** The same processes serve again, down to the letter. */
async function expectBack(name: string): Promise<void> {
  await until('ready again', async () => (await ask('/health/ready')).status === 200);
  expect((await apply(name)).status).toBe(201);
  expect((await ask('/events')).status).toBe(200);
  await until('the letter', () => sink.mails.some((mail) => mail.to.includes(`${name}@example.jp`)));
  expect([api.lives, worker.lives]).toEqual([true, true]);
}

describe('PostgreSQL', () => {
  it('stops and is started again', async () => {
    await cluster.stop();
    await expectAway();
    await cluster.start();
    await expectBack('stopped');
  }, 120_000);

  it('goes away in the middle of an application: what was written stays on the page, and the same sent again counts once', async () => {
    await app.database.asOwner(`create function events.hold_on() returns trigger language plpgsql as 'begin perform pg_sleep(60); return new; end'`);
    await app.database.asOwner(`create trigger hold_on before insert on events.application for each row when (new.contact_email like 'middle%') execute function events.hold_on()`);
    const [{ slug } = { slug: '' }] = await app.database.asOwner<{ slug: string }>('select slug from events.event where id = $1', [event.id]);
    const browser = new Browser(api.url);
    const form = await browser.open(`/events/${slug}/apply`);
    const typed = { frameId: event.frameIds[0] ?? '', heads: '1', name: '中途 花子', kana: 'ちゅうと はなこ', email: 'middle-site@example.jp' };
    const body = { frameId: event.frameIds[1], name: '中途 太郎', kana: 'ちゅうと', email: 'middle-api@example.jp', heads: 1 };
    const again = { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'in-the-middle' }, body: JSON.stringify(body) };
    const applications = () => fetch(`${api.url}/api/events/${event.id}/applications`, again);
    const [page, answer] = [browser.submit(form, `/events/${slug}/applications`, typed), applications()];
    await until('both are under way', async () => (await app.database.asOwner(`select 1 from pg_stat_activity where wait_event = 'PgSleep'`)).length === 2);
    await cluster.stop();
    const [sorry] = [await page, await answer];
    expect([sorry.status, (await answer).status]).toEqual([503, 503]);
    expect(sorry.html).toContain('value="中途 花子"');
    await cluster.start();
    await app.database.asOwner('drop trigger hold_on on events.application');
    await until('ready again', async () => (await ask('/health/ready')).status === 200);
    const [sent, told] = await Promise.all([browser.submit(sorry, `/events/${slug}/applications`), applications()]);
    expect([sent.status, sent.location, told.status]).toEqual([303, `/events/${slug}/done`, 201]);
    expect(await app.database.asOwner(`select 1 from events.application where contact_email like 'middle%'`)).toHaveLength(2);
    await expectBack('middle');
  }, 120_000);

  it('falls silent and speaks again', async () => {
    await cluster.freeze();
    await expectAway();
    cluster.thaw();
    await expectBack('silent');
  }, 120_000);

  it('has no room left, or became a read-only copy: what is there can be read, what would be written is put off', async () => {
    const putOff = async (name: string, why: string): Promise<void> => {
      const since = api.lines.length;
      const [applied, page, ready] = await Promise.all([apply(name), ask(`/events?q=${name}`), ask('/health/ready')]);
      expectSorry(applied);
      expect([page.status, ready.status]).toEqual([200, 200]);
      await until('the log says why', () => reasons(since).includes(why));
    };
    // PostgreSQL says the same where a disk is full.
    await app.database.asOwner(`create function events.full() returns trigger language plpgsql as 'begin raise exception ''could not extend file: No space left on device'' using errcode = ''disk_full''; end'`);
    await app.database.asOwner('create trigger full_disk before insert on events.application for each row execute function events.full()');
    await putOff('no-room', '53100');
    await app.database.asOwner('drop trigger full_disk on events.application');

    const role = `alter role yoriai_app in database ${app.database.name}`;
    const reconnect = () => app.database.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'yoriai_app'`);
    await app.database.asOwner(`${role} set default_transaction_read_only = on`);
    await reconnect();
    await until('it is only read', async () => (await ask('/events?q=copy')).status === 200);
    await putOff('copy', '25006');
    await app.database.asOwner(`${role} reset default_transaction_read_only`);
    await reconnect();
    await expectBack('room');
  }, 120_000);

  it('says nothing any more over the connections there are: they are given up, and new ones serve', async () => {
    await Promise.all(Array.from({ length: 2 * POOL }, (_, n) => ask(`/events?q=${n}`)));
    await cluster.freezeConnections();
    await expectBack('given-up');
  }, 120_000);

  it('has a table locked, until the pool is exhausted', async () => {
    const locker = new pg.Client({ connectionString: app.database.ownerUrl });
    await locker.connect();
    await locker.query('begin');
    await locker.query('lock table events.event in access exclusive mode');
    const since = api.lines.length;
    // Other words for each: readers of the same page would share one question. So many that those who get the places of
    // the first, at the moment their own patience ends, still leave others without.
    const crowd = Array.from({ length: 8 * POOL }, (_, n) => (n % 2 === 0 ? ask(`/events?q=${n}`) : apply(`crowd${n}`)));
    expect((await ask('/health/live')).status).toBe(200);
    for (const answer of await Promise.all(crowd)) {
      expectSorry(answer);
      expect(answer.ms).toBeLessThan(20_000);
    }
    // Nobody waited as long as a statement may take: some for the lock, the others for a place in the pool.
    await until('the log says why', () => reasons(since).length >= crowd.length);
    expect(new Set(reasons(since))).toEqual(new Set(['55P03', 'timeout exceeded when trying to connect']));
    await locker.query('rollback');
    await locker.end();
    await expectBack('locked');
  }, 120_000);

  it('is slow, or waits for a process that forgot its transaction', async () => {
    // A slow statement does not come to its end; the forgotten one ends once its process stands still.
    await app.database.asOwner('create table events.moving ()');
    await app.database.asOwner('insert into events.moving default values');
    await app.database.asOwner('grant select on events.moving to yoriai_app');
    await app.database.asOwner(`create function events.slowly() returns trigger language plpgsql as
      'begin while new.contact_email like ''slow%'' or exists (select from events.moving) loop perform pg_sleep(0.1); end loop; return new; end'`);
    await app.database.asOwner('create trigger slowly before insert on events.application for each row execute function events.slowly()');
    const other = await (await servers.api()).ready();
    const sessions = (where: string) =>
      app.database.asOwner(`select 1 from pg_stat_activity where datname = current_database() and application_name = 'yoriai' and ${where}`);
    const forgotten = apply('forgotten', other);
    await until('its statement runs', async () => (await sessions(`wait_event = 'PgSleep'`)).length === 1);
    other.signal('SIGSTOP');
    await app.database.asOwner('delete from events.moving');
    // In another frame, whose row the forgotten transaction does not hold.
    const slow = apply('slow', api, 1);
    await until('the transaction is forgotten', async () => (await sessions(`state = 'idle in transaction'`)).length === 1);
    const answer = await slow;
    expectSorry(answer);
    // PostgreSQL ended it: nobody had to cut the connection.
    expect(answer.text).toContain('/problems/platform.busy');
    expect(answer.ms).toBeLessThan(15_000);
    await until('nobody holds a forgotten transaction', async () => (await sessions(`state = 'idle in transaction'`)).length === 0, 25_000);
    other.signal('SIGCONT');
    expectSorry(await forgotten);
    await app.database.asOwner('drop trigger slowly on events.application');
    expect((await apply('again', other)).status).toBe(201);
    await expectBack('slow');
  }, 120_000);
});
