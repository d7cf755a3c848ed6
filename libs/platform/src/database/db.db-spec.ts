import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { Refusal } from '../refusal.js';
import { constraintRefusals } from './database-errors.js';
import { afterCommit } from './db.js';
import { named, rows } from './tx.js';

describe('the door to the database', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ imports: [], config: { poolSize: 2 } });
    await app.database.asOwner('create table platform.seat (id int primary key, taken int constraint seat_not_negative check (taken >= 0))');
    await app.database.asOwner('grant all on platform.seat to yoriai_app');
    await app.database.asOwner('insert into platform.seat values (1, 0)');
    constraintRefusals({ seat_not_negative: 'test.seat-taken', seat_pkey: { code: 'test.seat-known', status: 422 } });
  });
  afterAll(() => app.close());

  const refusal = async (work: Promise<unknown>): Promise<{ code: string; status: number }> => {
    const error = await work.catch((caught: unknown) => caught);
    if (error instanceof Refusal) return { code: error.code, status: error.status };
    throw error;
  };

  it('calls no helpers for a statement', async () => {
    expect(await app.tx((tx) => rows(tx, 'show max_parallel_workers_per_gather'))).toEqual([{ max_parallel_workers_per_gather: '0' }]);
  });

  it('a constraint answers with the refusal it stands for', async () => {
    expect(await refusal(app.tx((tx) => rows(tx, 'update platform.seat set taken = -1')))).toEqual({ code: 'test.seat-taken', status: 409 });
    expect(await refusal(app.tx((tx) => named(tx, 'test.insert', 'insert into platform.seat values ($1, 0)', [1])))).toEqual({
      code: 'test.seat-known',
      status: 422,
    });
  });

  it('a statement alone commits whatever follows, gives its connection back and says no like everybody', async () => {
    // Five times as many as there are connections: one that was kept would be missed.
    for (let turn = 1; turn <= 10; turn += 1) {
      const [seat] = await app.db.alone<{ taken: number }>('update platform.seat set taken = taken + $1 where id = 1 returning taken', [1]);
      expect(seat).toEqual({ taken: turn });
    }
    expect(await refusal(app.db.alone('update platform.seat set taken = -1'))).toEqual({ code: 'test.seat-taken', status: 409 });
    for (let turn = 0; turn < 5; turn += 1) await app.db.alone('select 1');
    expect(await app.database.asOwner('select taken from platform.seat')).toEqual([{ taken: 10 }]);
    await app.db.alone('update platform.seat set taken = 0');
  });

  it('one constraint can not stand for two refusals', () => {
    expect(() => constraintRefusals({ seat_not_negative: 'test.other' })).toThrow('already stands for');
  });

  it('a lock that is held makes others wait three seconds, not for ever', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let locked = (): void => undefined;
    const isLocked = new Promise<void>((resolve) => {
      locked = resolve;
    });
    const holder = app.tx(async (tx) => {
      await rows(tx, 'select * from platform.seat for update');
      locked();
      await held;
    });
    await isLocked;
    const waited = app.tx((tx) => rows(tx, 'update platform.seat set taken = 1'));
    // 55P03: the lock was not to be had. That is for the log; the answer names the refusal alone.
    await expect(waited).rejects.toMatchObject({ code: 'platform.busy', status: 503, why: '55P03' });
    release();
    await holder;
  });

  it('an exhausted pool answers 503 after three seconds', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const holders = [1, 2].map(() => app.tx(async (tx) => (await rows(tx, 'select 1'), held)));
    expect(await refusal(app.tx((tx) => rows(tx, 'select 1')))).toEqual({ code: 'platform.unavailable', status: 503 });
    release();
    await Promise.all(holders);
  });

  it('what PostgreSQL can not take is bad input, not a bug', async () => {
    expect(await refusal(app.tx((tx) => rows(tx, 'select $1::text', ['a\u0000b'])))).toEqual({ code: 'platform.invalid', status: 422 });
    expect(await refusal(app.tx((tx) => rows(tx, 'select $1::uuid', ['no-uuid'])))).toEqual({ code: 'platform.invalid', status: 422 });
    expect(await refusal(app.tx((tx) => rows(tx, 'select $1::int', [2 ** 40])))).toEqual({ code: 'platform.invalid', status: 422 });
  });

  it('reading can not write', async () => {
    await expect(app.db.read((tx) => rows(tx, 'update platform.seat set taken = 5'))).rejects.toThrow('read-only transaction');
  });

  it('acts after the commit, and only then', async () => {
    const acts: string[] = [];
    await app.tx(async (tx) => afterCommit(tx, () => acts.push('committed')));
    await app
      .tx(async (tx) => {
        afterCommit(tx, () => acts.push('never'));
        throw new Error('rolled back');
      })
      .catch((error: Error) => acts.push(error.message));
    expect(acts).toEqual(['committed', 'rolled back']);
  });
});
