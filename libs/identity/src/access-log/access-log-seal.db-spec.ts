import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Refusal, newId } from '@yoriai/platform';
import { testApp, until, type TestApp } from '@yoriai/testing';
import { IdentityModule } from '../identity.module.js';
import { AccessLogCheck, type Damage } from './access-log-check.js';
import { AccessLogSealer } from './access-log-sealer.js';
import { AccessLog } from './access-log.service.js';
import { headText, readHead } from './head.rules.js';
import { CONTENT, sealHash, type SealedContent } from './seal.rules.js';

let app: TestApp | undefined;
const the = (): TestApp => app as TestApp;

beforeEach(async () => {
  await app?.close();
  app = await testApp({ imports: [IdentityModule] });
});
afterAll(() => app?.close());

const write = (subject: string) => the().tx((tx) => the().get(AccessLog).add(tx, { actorPersonId: newId(), action: 'access-log.reviewed', subject, reason: '訓練のため', rowCount: 3 }));
const seal = () => the().get(AccessLogSealer).seal();
const verify = (head?: string) => the().get(AccessLogCheck).verify(head === undefined ? null : readHead(head));
const owner = <T extends object>(sql: string, values: unknown[] = []) => the().database.asOwner<T>(sql, values);
/** Seals until nothing waits: other tests of this machine share the cluster and may hold an older transaction. */
const sealAll = () =>
  until('everything is sealed', async () => {
    await seal();
    return (await owner('select 1 from identity.access_log_unsealed')).length === 0;
  });
const chain = async () =>
  (await owner<{ subject: string }>('select log.subject from identity.access_log_seal seal join identity.access_log log on log.id = seal.entry_id order by seal.position')).map((row) => row.subject);
const kinds = (damage: readonly Damage[]) => damage.map(({ kind, position }) => [kind, position === null ? null : Number(position)]);

async function five(): Promise<string> {
  for (const subject of ['a:1', 'a:2', 'a:3', 'a:4', 'a:5']) await write(subject);
  await sealAll();
  // As if all five were sealed at once, however many turns that took.
  await owner('delete from identity.access_log_head where position < 5');
  const { head } = await verify();
  if (!head) throw new Error('nothing was sealed');
  return headText(head);
}
/** Deletes entries and seals from there on, as the owner of the database can. */
async function cutFrom(position: number): Promise<void> {
  await owner('delete from identity.access_log where id in (select entry_id from identity.access_log_seal where position >= $1)', [position]);
  await owner('delete from identity.access_log_seal where position >= $1', [position]);
}
const entryAt = async (position: number) => (await owner<{ id: string }>('select entry_id as id from identity.access_log_seal where position = $1', [position]))[0]?.id;

describe('sealing', () => {
  it('of two hundred writers at once loses none and makes one chain, although three workers seal', async () => {
    const insist = async (subject: string): Promise<void> => {
      await write(subject).catch(async (error: unknown) => {
        if (!(error instanceof Refusal) || error.status !== 503) throw error;
        await insist(subject);
      });
    };
    let writing = true;
    const sealers = Array.from({ length: 3 }, async () => {
      while (writing) {
        await seal();
        await pause(5);
      }
    });
    const subjects = Array.from({ length: 200 }, (_, n) => `writer:${n}`);
    await Promise.all(subjects.map(insist));
    writing = false;
    await Promise.all(sealers);
    await sealAll();
    expect((await chain()).sort()).toEqual([...subjects].sort());
    const positions = await owner<{ position: string }>('select position from identity.access_log_seal order by position');
    expect(positions.map((row) => Number(row.position))).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
    expect(await verify()).toMatchObject({ sealed: 200, unsealed: { count: 0 }, damage: [] });
  });

  it('waits for an older transaction that still runs, and then skips neither', async () => {
    let commit = (): void => undefined;
    const told = new Promise<void>((resolve) => (commit = resolve));
    let hasWritten = (): void => undefined;
    const written = new Promise<void>((resolve) => (hasWritten = resolve));
    const slow = the().tx(async (tx) => {
      await the().get(AccessLog).add(tx, { actorPersonId: null, action: 'access-log.reviewed', subject: 'slow:1' });
      hasWritten();
      await told;
    });
    await written;
    await write('quick:2');
    expect(await seal()).toBe(0);
    expect(await verify()).toMatchObject({ sealed: 0, unsealed: { count: 1 }, damage: [] });
    commit();
    await slow;
    await sealAll();
    expect(await chain()).toEqual(['slow:1', 'quick:2']);

    // The control: whoever goes on after the newest id it has seen passes over the one that committed late.
    const [first, second] = await owner<{ id: string }>('select id from identity.access_log order by id');
    const newestSeen = second?.id ?? '';
    expect((await owner<{ id: string }>('select id from identity.access_log where id > $1', [newestSeen])).map((row) => row.id)).not.toContain(first?.id);
  });

  it('seals what came from another cluster by a restore', async () => {
    await write('restored:1');
    await owner(`update identity.access_log_unsealed set xid = '999999999999'`);
    await sealAll();
    expect(await chain()).toEqual(['restored:1']);
  });

  it('can’t fork: a second chain at the same place is refused by the table itself', async () => {
    await five();
    await write('a:6');
    const forged = owner(`insert into identity.access_log_seal select 5, id, decode(repeat('00', 32), 'hex'), now() from identity.access_log where subject = 'a:6'`);
    await expect(forged).rejects.toThrow('access_log_seal_pkey');
  });
});

describe('the serving role', () => {
  it('adds and seals, and can change, delete or empty nothing of it', async () => {
    await five();
    const forbidden = [
      'update identity.access_log set reason = null',
      'delete from identity.access_log',
      'truncate identity.access_log',
      'update identity.access_log_seal set sealed_at = now()',
      'delete from identity.access_log_seal',
      'truncate identity.access_log_seal',
      'update identity.access_log_unsealed set xid = xid',
      'update identity.access_log_head set kept_at = now()',
      'delete from identity.access_log_head',
      'truncate identity.access_log_head',
      "insert into identity.access_log_unsealed (entry_id, xid) values (gen_random_uuid(), '1')",
    ];
    for (const sql of forbidden) await expect(the().database.asApp(sql)).rejects.toThrow(/permission denied/);
  });
});

describe('verifying', () => {
  it('finds nothing where nothing was touched, and knows its head again', async () => {
    const head = await five();
    expect(await verify(head)).toMatchObject({ sealed: 5, unsealed: { count: 0, oldestAt: null }, damage: [] });
    await write('a:6');
    expect(await verify(head)).toMatchObject({ sealed: 5, unsealed: { count: 1 }, damage: [] });
    await sealAll();
    expect(await verify(head)).toMatchObject({ sealed: 6, damage: [] });
  });

  it('finds an edit of any column', async () => {
    await five();
    const edits = [`at = at + interval '1 microsecond'`, 'actor_person_id = null', `action = 'other.read'`, `subject = 'a:9'`, 'reason = null', 'row_count = 2'];
    const id = await entryAt(3);
    const [kept] = await owner<{ row: string }>('select to_jsonb(log)::text as row from identity.access_log log where id = $1', [id]);
    for (const edit of edits) {
      await owner(`update identity.access_log set ${edit} where id = $1`, [id]);
      expect([edit, kinds((await verify()).damage)]).toEqual([edit, [['changed', 3]]]);
      await owner('delete from identity.access_log where id = $1', [id]);
      await owner('insert into identity.access_log select * from jsonb_populate_record(null::identity.access_log, $1::jsonb)', [kept?.row]);
      expect((await verify()).damage).toEqual([]);
    }
  });

  it('finds a deleted entry, and a deleted seal', async () => {
    await five();
    await owner('delete from identity.access_log where id = $1', [await entryAt(2)]);
    expect(kinds((await verify()).damage)).toEqual([['deleted', 2]]);
    await owner('delete from identity.access_log_seal where position = 2');
    expect(kinds((await verify()).damage)).toEqual([['seal-missing', 2]]);
  });

  it('finds two entries that changed places, and two seals', async () => {
    await five();
    const [two, four] = [await entryAt(2), await entryAt(4)];
    await owner(
      `update identity.access_log log set subject = other.subject, actor_person_id = other.actor_person_id, at = other.at
       from identity.access_log other where (log.id, other.id) in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid))`,
      [two, four],
    );
    expect(kinds((await verify()).damage)).toEqual([['changed', 2], ['changed', 4]]);
  });

  it('finds two seals that changed places', async () => {
    await five();
    const [two, four] = [await entryAt(2), await entryAt(4)];
    await owner('update identity.access_log_seal set entry_id = $1 where position = 2', [newId()]);
    await owner('update identity.access_log_seal set entry_id = $1 where position = 4', [two]);
    await owner('update identity.access_log_seal set entry_id = $1 where position = 2', [four]);
    expect(kinds((await verify()).damage)).toEqual([['changed', 2], ['changed', 4]]);
  });

  it('finds two places that were exchanged as a whole, seals and all', async () => {
    await five();
    for (const [from, to] of [[2, 99], [4, 2], [99, 4]]) await owner('update identity.access_log_seal set position = $2 where position = $1', [from, to]);
    expect(kinds((await verify()).damage)).toEqual([2, 3, 4, 5].map((position) => ['changed', position]));
  });

  it('finds an edit whose own seal was made anew, by the seal that stands on it', async () => {
    await five();
    const id = await entryAt(3);
    await owner(`update identity.access_log set subject = 'a:9' where id = $1`, [id]);
    const [content] = await owner<SealedContent>(`select ${CONTENT} from identity.access_log log where id = $1`, [id]);
    const [before] = await owner<{ hash: Buffer }>('select hash from identity.access_log_seal where position = 2');
    await owner('update identity.access_log_seal set hash = $1 where position = 3', [sealHash(before!.hash, 3n, content!)]);
    expect(kinds((await verify()).damage)).toEqual([['changed', 4]]);
  });

  it('finds a cut tail, and a chain written anew after it, by the heads that the sealer keeps beside it', async () => {
    const head = await five();
    await cutFrom(4);
    for (const known of [undefined, head]) expect(kinds((await verify(known)).damage)).toEqual([['cut', 4]]);
    // What is sealed from now on goes on from there: the cut doesn't hold it up, and is not covered by it.
    for (const subject of ['b:4', 'b:5', 'b:6']) {
      await write(subject);
      await sealAll();
    }
    for (const known of [undefined, head]) expect(kinds((await verify(known)).damage)).toEqual([['rewritten', 5]]);
  });

  it('finds that the whole log was emptied, seals and all', async () => {
    await five();
    await cutFrom(1);
    expect(kinds((await verify()).damage)).toEqual([['cut', 1]]);
  });

  it('finds heads that were deleted where the chain stands', async () => {
    const head = await five();
    await owner('delete from identity.access_log_head');
    for (const known of [undefined, head]) expect(kinds((await verify(known)).damage)).toEqual([['head-missing', 1]]);
  });

  it('finds a tail that was cut together with its heads by the head that was kept outside alone', async () => {
    const head = await five();
    await cutFrom(4);
    await owner('delete from identity.access_log_head');
    await owner('insert into identity.access_log_head select position, hash, sealed_at from identity.access_log_seal where position = 3');
    expect((await verify()).damage).toEqual([]);
    expect(kinds((await verify(head)).damage)).toEqual([['cut', 4]]);
  });

  it('tells its head for a log outside the database', async () => {
    expect(await the().get(AccessLogSealer).head()).toBeNull();
    const text = await five();
    const head = await the().get(AccessLogSealer).head();
    expect(head && headText(head)).toBe(text);
  });

  it('finds an entry that was taken out of the line for its seal', async () => {
    await five();
    await write('a:6');
    await the().database.asApp('delete from identity.access_log_unsealed');
    expect(kinds((await verify()).damage)).toEqual([['never-sealed', null]]);
  });

  it('reads a head as it was printed and nothing else', () => {
    const text = `12:${'ab'.repeat(32)}`;
    const head = readHead(`${text}\n`);
    expect(head && headText(head)).toBe(text);
    for (const wrong of ['', '12', `0:${'ab'.repeat(32)}`, `12:${'AB'.repeat(32)}`, `12:${'ab'.repeat(31)}`, `x:${'ab'.repeat(32)}`]) expect([wrong, readHead(wrong)]).toEqual([wrong, null]);
  });
});
