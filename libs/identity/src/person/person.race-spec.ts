import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rows, type Tx } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { IdentityModule } from '../identity.module.js';
import { Joining } from '../joining/joining.service.js';
import { ALIKE, PersonRepository } from './person.repository.js';
import { People } from './person.service.js';

const SAME = { name: '山田 四郎', kana: 'やまだ しろう', email: 'shiro@example.jp' };
const repository = new PersonRepository();

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ imports: [IdentityModule] });
});
afterAll(() => app.close());

/** Two records of one person: the older one, into which the other is joined. */
async function twoRecords(): Promise<{ kept: string; joined: string }> {
  await app.database.asOwner('update identity.person set email = null');
  const [kept, joined] = await app.tx(async (tx) => [await app.get(People).add(tx, SAME), await app.get(People).add(tx, SAME)]);
  // The one that is joined is found first, so that it matters whether it is joined.
  await app.database.asOwner(`update identity.person set created_at = '2020-01-01' where id = $1`, [joined]);
  return { kept: kept!, joined: joined! };
}

/** Asks while a record is being joined, and tells what was found once that is over. */
async function whileJoining(ask: (tx: Tx, joined: string) => Promise<string | undefined>, waits: boolean): Promise<{ found: string | undefined; kept: string; joined: string }> {
  const { kept, joined } = await twoRecords();
  const { asked } = await app.tx(async (tx) => {
    await repository.markMerged(tx, joined, kept, app.clock.now());
    const running = app.tx((other) => ask(other, joined));
    await (waits ? untilWaiting() : running);
    return { asked: running };
  });
  return { found: await asked, kept, joined };
}

async function untilWaiting(): Promise<void> {
  const waiting = `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await app.database.asOwner<{ count: number }>(waiting))[0]!.count === 0);
}

describe('somebody who is entered while their record is being joined', () => {
  it('is the record that is kept: who asks waits until it is joined', async () => {
    const { found, kept } = await whileJoining(async (tx) => (await app.get(People).alike(tx, SAME))?.id, true);
    expect(found).toBe(kept);
  });

  it('would be the one that is gone without the lock', async () => {
    const unlocked = ALIKE.replace(/for share of person/u, '');
    expect(unlocked).not.toBe(ALIKE);
    const { found, joined } = await whileJoining(async (tx) => (await rows<{ id: string }>(tx, unlocked, ['山田四郎', SAME.email, null]))[0]?.id, false);
    expect(found).toBe(joined);
  });

  it('and is known by the record is the one that is kept too; without the lock the one that is gone', async () => {
    const held = await whileJoining(async (tx, joined) => (await app.get(People).held(tx, [joined]))[0]?.id, true);
    expect(held.found).toBe(held.kept);
    const read = await whileJoining(async (tx, joined) => (await app.get(People).kept(tx, [joined])).get(joined), false);
    expect(read.found).toBe(read.joined);
  });

  it('is joined after what is written with them: the joining waits, so that whoever moves rows finds it', async () => {
    const { kept, joined } = await twoRecords();
    await app.database.asOwner(`insert into identity.account (id, person_id, email, status, created_at) values (gen_random_uuid(), $1, $2, 'active', now())`, [kept, SAME.email]);
    await app.database.asOwner('update identity.person set email = $2, phone = $3 where id = $1', [joined, SAME.email, '0671000009']);
    await app.database.asOwner('update identity.person set email = null where id = $1', [kept]);
    const { joining, found } = await app.tx(async (tx) => {
      const alike = await app.get(People).alike(tx, { ...SAME, phone: '06-7100-0009' });
      const running = app.get(Joining).join(kept, [joined]);
      await untilWaiting();
      return { joining: running, found: alike?.id };
    });
    await joining;
    expect([found, (await app.tx((tx) => app.get(People).kept(tx, [joined]))).get(joined)]).toEqual([joined, kept]);
  });
});
