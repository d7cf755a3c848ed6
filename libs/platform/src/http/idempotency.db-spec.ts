import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { race, testApp, until, type TestApp } from '@yoriai/testing';
import { rows } from '../database/tx.js';
import { Refusal } from '../refusal.js';
import { newToken } from '../secrets/ids.js';
import { Idempotency, requestHash } from './idempotency.js';

describe('a repeated request', () => {
  let app: TestApp;
  let keys: Idempotency;
  let runs: number;
  beforeAll(async () => {
    app = await testApp({ imports: [] });
    keys = app.get(Idempotency);
  });
  beforeEach(() => {
    runs = 0;
  });
  afterAll(() => app.close());

  const ask = (key: string, body: unknown = { heads: 1 }, scope = 'browser-1 /api/x') =>
    keys.once({ scope, key, requestHash: requestHash(body) }, async () => {
      runs += 1;
      return { status: 201, body: { id: runs } };
    });
  const refusalOf = async (work: Promise<unknown>): Promise<[string, number]> => {
    const error = await work.catch((caught: unknown) => caught);
    if (error instanceof Refusal) return [error.code, error.status];
    throw error;
  };

  it('gets the first answer again and does nothing', async () => {
    const key = newToken();
    expect(await ask(key)).toEqual({ status: 201, body: { id: 1 }, replayed: false });
    expect(await ask(key)).toEqual({ status: 201, body: { id: 1 }, replayed: true });
    expect(runs).toBe(1);
  });

  it('is the same whatever the order of its fields', () => {
    expect(requestHash({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(requestHash({ b: [{ d: 3, c: 2 }], a: 1 }));
    expect(requestHash({ a: 1 })).not.toBe(requestHash({ a: '1' }));
  });

  it('with another body is refused with 422', async () => {
    const key = newToken();
    await ask(key);
    expect(await refusalOf(ask(key, { heads: 2 }))).toEqual(['platform.idempotency-mismatch', 422]);
  });

  it('by somebody else is another request', async () => {
    const key = newToken();
    await ask(key);
    expect(await ask(key, { heads: 1 }, 'browser-2 /api/x')).toMatchObject({ body: { id: 2 }, replayed: false });
  });

  it('twenty at once do the work once', async () => {
    const key = newToken();
    const { values, errors } = await race(20, () => ask(key));
    expect(runs).toBe(1);
    expect(new Set(values.map((answer) => answer.body.id))).toEqual(new Set([1]));
    expect(errors.every((error) => error instanceof Refusal && error.code === 'platform.idempotency-running')).toBe(true);
    expect(values.length + errors.length).toBe(20);
  });

  it('may be tried again after a failure', async () => {
    const key = newToken();
    const request = { scope: 's', key, requestHash: requestHash({}) };
    await expect(
      keys.once(request, () => {
        throw new Refusal('event.full');
      }),
    ).rejects.toThrow('event.full');
    expect(await keys.once(request, async () => ({ status: 201, body: 'done' }))).toMatchObject({ body: 'done', replayed: false });
  });

  it('is forgotten after 24 hours', async () => {
    const key = newToken();
    await ask(key);
    app.clock.advance(24 * 60 + 1);
    expect(await ask(key)).toMatchObject({ replayed: false });
    expect(runs).toBe(2);
  });

  it('leaves no route behind that could be read', async () => {
    await ask(newToken(), {}, 'browser-1 /api/tickets/secret-ticket/cancellation');
    expect(await app.database.asOwner("select 1 from platform.idempotency_key where scope like '%secret-ticket%'")).toEqual([]);
  });

  it('keeps no answer that could be read', async () => {
    await keys.once({ scope: 's', key: newToken(), requestHash: 'x' }, async () => ({
      status: 201,
      body: { ticketUrl: 'https://example.jp/t/secret-ticket' },
    }));
    expect(await app.database.asOwner("select 1 from platform.idempotency_key where body like '%secret-ticket%'")).toEqual([]);
  });

  it('whose first caller died is never done twice: nobody knows whether it was done', async () => {
    const key = newToken();
    const scope = createHash('sha256').update('browser-1 /api/x').digest('base64url');
    await app.database.asOwner('insert into platform.idempotency_key (scope, key, request_hash, created_at) values ($1, $2, $3, $4)', [
      scope,
      key,
      requestHash({ heads: 1 }),
      app.clock.now(),
    ]);
    expect(await refusalOf(ask(key))).toEqual(['platform.idempotency-running', 409]);
    app.clock.advance(2);
    expect(await refusalOf(ask(key))).toEqual(['platform.idempotency-unknown', 409]);
    expect(runs).toBe(0);
  });

  /** Asks; while the work is done, the table is taken away, as when the database goes away in the middle, and given back when all is over. */
  const cutOff = async (key: string, work: () => { status: number; body: { id: number } }) => {
    const locker = new pg.Client({ connectionString: app.database.ownerUrl });
    await locker.connect();
    try {
      return await keys.once({ scope: 'browser-1 /api/x', key, requestHash: requestHash({ heads: 1 }) }, async () => {
        await locker.query('begin');
        await locker.query('lock table platform.idempotency_key in share mode');
        return work();
      });
    } finally {
      await locker.end();
    }
  };

  it('that failed while the database was away is done by the repeat as soon as it is back', async () => {
    const key = newToken();
    const failing = () => {
      throw new Refusal('platform.unavailable', { status: 503 });
    };
    expect(await refusalOf(cutOff(key, failing))).toEqual(['platform.unavailable', 503]);
    expect(await ask(key)).toMatchObject({ body: { id: 1 }, replayed: false });
  });

  it('that was done when the database went away answers, and the repeat gets that answer', async () => {
    const key = newToken();
    expect(await cutOff(key, () => ({ status: 201, body: { id: 77 } }))).toMatchObject({ body: { id: 77 }, replayed: false });
    expect(await ask(key)).toMatchObject({ body: { id: 77 }, replayed: true });
    expect(runs).toBe(0);
  });

  it('that ended while the database was away is written down without anybody asking', async () => {
    const key = newToken();
    await cutOff(key, () => ({ status: 201, body: { id: 78 } }));
    await until('it is written down', async () => (await app.database.asOwner('select 1 from platform.idempotency_key where key = $1 and status = 201', [key])).length === 1);
  });

  it('whose line broke in the very commit is not done again: nobody knows whether it stands', async () => {
    await app.database.asOwner('create table platform.slip (id int)');
    await app.database.asOwner('grant insert on platform.slip to yoriai_app');
    await app.database.asOwner(`create function platform.cut() returns trigger language plpgsql as 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end' security definer`);
    await app.database.asOwner('create constraint trigger cut after insert on platform.slip deferrable initially deferred for each row execute function platform.cut()');
    const key = newToken();
    const work = async () => {
      await app.tx((tx) => rows(tx, 'insert into platform.slip values (1)'));
      return { status: 201, body: { id: 1 } };
    };
    expect(await refusalOf(keys.once({ scope: 'browser-1 /api/x', key, requestHash: requestHash({ heads: 1 }) }, work))).toEqual(['platform.unavailable', 503]);
    expect(await refusalOf(ask(key))).toEqual(['platform.idempotency-running', 409]);
    app.clock.advance(2);
    expect(await refusalOf(ask(key))).toEqual(['platform.idempotency-unknown', 409]);
    expect(runs).toBe(0);
  });
});
