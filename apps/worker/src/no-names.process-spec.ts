import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { sessionCookieName } from '@yoriai/identity';
import { hashToken, newId, newToken } from '@yoriai/platform';
import { RedisServer, Servers, TestClock, Town, inAMonth, mailSink, testApp, until, type MailSink, type Server, type TestApp } from '@yoriai/testing';
import { REDIS_REQUIRED, hasRedis } from '../../../tools/redis.mjs';

/** Whatever people tell about themselves; none of these may turn up where nobody should look for people. */
const MARKS = { name: '標野 つばめ', kana: 'しめの つばめ', email: 'shimeno-tsubame@example.jp', phone: '070-0000-4649' };
const TRACES = ['標野', 'つばめ', 'シメノ', 'しめの', 'shimeno', '070-0000-4649', '07000004649', '+817000004649'];

/** Without a Redis server (said by `npm test` in words) on PostgreSQL alone; where every test has to run, it fails there. */
const BACKENDS = hasRedis() || REDIS_REQUIRED ? (['postgresql', 'redis'] as const) : (['postgresql'] as const);

let app: TestApp;
let sink: MailSink;
const redis = new RedisServer();

beforeAll(async () => {
  app = await testApp({ imports: [], clock: new TestClock(new Date().toISOString()) });
  sink = await mailSink();
}, 60_000);
afterAll(async () => {
  await redis.stop();
  await sink.close();
  await app.close();
});

/** All rows of a schema, as text. */
async function rowsOf(schema: string): Promise<string> {
  const tables = await app.database.asOwner<{ name: string }>('select table_name as name from information_schema.tables where table_schema = $1', [schema]);
  const texts = await Promise.all(tables.map(({ name }) => app.database.asOwner<{ line: string }>(`select row_to_json(r)::text as line from ${schema}."${name}" r`)));
  return texts.flat().map(({ line }) => line).join('\n');
}

/** All that a Redis holds, as text. */
async function everythingIn(url: string): Promise<string> {
  const client = new Redis(url);
  const read: Record<string, (key: string) => Promise<unknown>> = {
    string: (key) => client.get(key),
    hash: (key) => client.hgetall(key),
    list: (key) => client.lrange(key, 0, -1),
    set: (key) => client.smembers(key),
    zset: (key) => client.zrange(key, 0, -1),
    stream: (key) => client.xrange(key, '-', '+'),
  };
  try {
    const keys = await client.keys('*');
    const values = await Promise.all(keys.map(async (key) => [key, await read[await client.type(key)]?.(key)]));
    return JSON.stringify(values);
  } finally {
    client.disconnect();
  }
}

const send = (api: Server, path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

/** Applies, loses the ticket, asks for a code, mistypes it, registers; and what goes wrong on the way. */
async function mainJob(api: Server, person: typeof MARKS, event: { id: string; frameIds: string[] }): Promise<void> {
  const { email, phone, name, kana } = person;
  const asked = { frameId: event.frameIds[0], name, kana, email, phone, heads: 1 };
  const path = `/api/events/${event.id}/applications`;
  expect((await send(api, path, asked)).status).toBe(201);
  expect((await send(api, path, asked, { 'idempotency-key': randomUUID() })).status).toBe(201);
  expect((await send(api, path, { ...asked, email: `${email}, b@example.jp` })).status).toBe(422);
  expect((await send(api, `/api/events/${name}/applications`, asked)).status).toBe(400);
  expect((await send(api, '/api/ticket-resends', { contact: email })).status).toBe(202);
  const registered = await send(api, '/api/accounts', { email, name, kana, phone });
  expect(registered.status).toBe(202);
  const { requestId } = (await registered.json()) as { requestId: string };
  const cookie = registered.headers.getSetCookie().map((set) => set.split(';')[0]).join('; ');
  expect((await send(api, '/api/sessions', { requestId, code: '000000' }, { cookie, origin: api.url })).status).toBe(422);
  // A bug that carries what was typed: the table is gone while the form is read.
  await app.database.asOwner('alter table identity.person rename to person_away');
  try {
    expect((await send(api, path, { ...asked, name: `${name} 二` })).status).toBe(500);
  } finally {
    await app.database.asOwner('alter table identity.person_away rename to person');
  }
}

/** A form of the Site, as a browser sends it. */
const sendForm = (api: Server, path: string, fields: Record<string, string>) =>
  fetch(`${api.url}${path}`, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: api.url }, body: new URLSearchParams({ _key: newToken(), ...fields }).toString() });

/** Somebody who leads the host of an event, signed in. */
async function leaderOf(organisationId: string): Promise<{ cookie: string }> {
  const [personId, accountId, token] = [await new Town(app).person(), newId(), newToken()];
  await app.database.asOwner(`insert into associations.officer_term (id, person_id, organisation_id, role, title, starts_on, ends_on, created_at) values ($1, $2, $3, 'leader', '会長', '2020-04-01', '2099-03-31', now())`, [newId(), personId, organisationId]);
  await app.database.asOwner(`insert into identity.account (id, person_id, email, status, created_at) values ($1, $2, $3, 'active', now())`, [accountId, personId, `${accountId}@example.jp`]);
  await app.database.asOwner(`insert into identity.session (id, account_id, token_hash, started_at, last_seen_at, expires_at) values ($1, $2, $3, now(), now(), now() + interval '1 day')`, [newId(), accountId, hashToken(token)]);
  return { cookie: `${sessionCookieName(app.config)}=${token}` };
}

/** Every other door by which people tell of somebody: the telephone, a guardian, a stall, a wish to begin something, an invitation, the reception. */
async function otherDoors(api: Server, person: typeof MARKS, event: { id: string; frameIds: string[]; organisationId: string }): Promise<void> {
  const { email, phone, name, kana } = person;
  const leader = { ...(await leaderOf(event.organisationId)), origin: api.url };
  const sql = <T extends object>(text: string, values: unknown[] = []) => app.database.asOwner<T>(text, values);
  const entered = await send(api, `/api/events/${event.id}/proxy-applications`, { frameId: event.frameIds[0], name: `${name} 三`, kana, email: `phone-${email}`, phone, heads: 1, channel: 'phone' }, leader);
  expect([entered.status, await entered.text()]).toEqual([201, expect.anything()]);

  await sql(`update events.frame set asks = '{"guardian": true}' where id = $1`, [event.frameIds[1]]);
  const child = { frameId: event.frameIds[1], name: `${name} 四`, kana, email: `child-${email}`, heads: 1, guardian: { by: 'child', email: `guardian-${email}` } };
  expect((await send(api, `/api/events/${event.id}/applications`, child)).status).toBe(201);
  await until('the guardian is asked', () => sink.mails.some((mail) => mail.to.includes(`guardian-${email}`)), 60_000);
  const [asked] = await sql<{ id: string }>('select id from events.application where contact_email = $1', [child.email]);
  expect((await send(api, `/api/applications/${asked!.id}/guardian-consent`, { name: `${name} 母`, relation: 'つばめの母', how: 'paper' }, leader)).status).toBeLessThan(300);

  const call = { kinds: ['food'], places: 3, closesOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10), plots: [] };
  const opened = await fetch(`${api.url}/api/events/${event.id}/stall-call`, { method: 'PUT', headers: { 'content-type': 'application/json', ...leader }, body: JSON.stringify(call) });
  expect(opened.status).toBe(200);
  const [shown] = await sql<{ slug: string }>('select slug from events.event where id = $1', [event.id]);
  const stall = { kind: 'food', name: `${name}の店`, sells: '焼きいも', contactName: name, phone, email: `stall-${email}`, foodBy: 'business', gas: '1' };
  expect((await sendForm(api, `/events/${shown!.slug}/stalls`, stall)).status).toBe(303);

  const wish = { programme: 'exercise', place: `${name}さんの集会室`, area: 'nishisenba', people: '12', weekdays: '2', hours: 'morning', contactName: name, email: `begin-${email}`, note: `${name}です。` };
  expect((await sendForm(api, '/begin', wish)).status).toBe(303);
  expect((await send(api, `/api/organisations/${event.organisationId}/invitations`, { email: `invited-${email}`, role: 'council-officer', title: `副会長 ${name}` }, leader)).status).toBe(201);
  await until('stall, wish and invitation were answered by letters', () => ['stall', 'begin', 'invited'].every((door) => sink.mails.some((mail) => mail.to.includes(`${door}-${email}`))), 60_000);

  await sql(`update events.event set starts_at = now() - interval '1 hour', ends_at = now() + interval '3 hours' where id = $1`, [event.id]);
  const list = await fetch(`${api.url}/api/events/${event.id}/reception`, { headers: leader });
  expect(await list.text()).toContain(`${name} 三`);
  const door = (body: object) => send(api, `/api/events/${event.id}/check-ins`, { nonce: newToken().slice(0, 20), ...body }, leader);
  const [line] = await sql<{ id: string }>('select id from events.application where contact_email = $1', [`phone-${email}`]);
  expect((await door({ subjectKind: 'application', subjectId: line!.id })).status).toBeLessThan(300);
  expect((await door({ subjectKind: 'application', subjectId: name })).status).toBe(422);
}

describe.each(BACKENDS)('with the queue on %s', (backend) => {
  let servers: Servers;
  beforeAll(async () => {
    if (backend === 'redis') await redis.start();
    servers = Servers.on(app.database, { SMTP_URL: sink.url, ...(backend === 'redis' ? { REDIS_URL: redis.url } : {}) });
  });
  afterAll(() => servers.end());

  it('neither logs nor queue hold a name, an address or a telephone number', async () => {
    const event = await new Town(app).event(inAMonth({ frames: [{ capacity: null }, { capacity: 5 }] }));
    const person = { ...MARKS, email: `${backend}-${MARKS.email}` };
    const api = await (await servers.api()).ready();
    const worker = await servers.worker().ready();
    await mainJob(api, person, event);
    await otherDoors(api, person, event);
    // The letters with all of it went out, so the queue has carried what it carries.
    await until('the letters are there', () => sink.mails.filter((mail) => mail.to.includes(person.email)).length >= 2, 60_000);

    const queue = backend === 'redis' ? await everythingIn(redis.url) : await rowsOf('bullmq');
    expect(queue).toContain('identity.sign-in-requested');
    const logs = [...api.lines, ...worker.lines].join('\n');
    expect(logs).toMatch(/person.*does not exist/);
    for (const trace of TRACES) {
      expect([trace, queue.includes(trace)]).toEqual([trace, false]);
      expect([trace, logs.includes(trace)]).toEqual([trace, false]);
      expect([trace, (await rowsOf('platform')).includes(trace)]).toEqual([trace, false]);
    }
    // The control: where people belong, every trace of the person is found.
    expect(await rowsOf('identity')).toContain(MARKS.name);
  }, 300_000);
});
