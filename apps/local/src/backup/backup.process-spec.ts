import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { KeptSealed } from '@yoriai/platform';
import { testConfig, type TestDatabase } from '@yoriai/testing';
import { takeBackup } from './backup.js';
import { MANIFEST, readManifest } from './manifest.js';
import { restoreBackup } from './restore.js';
import { KEY_ID, MORNING, NIGHT, ROOT, SeededWard } from './testing/seeded-ward.js';

let ward: SeededWard;
let database: TestDatabase;

beforeAll(async () => {
  ward = await SeededWard.open();
  ({ database } = ward);
}, 60_000);
afterEach(() => ward.asBefore());
afterAll(() => ward.close());

const place = (): string => ward.place();
const backup: SeededWard['backup'] = (to) => ward.backup(to);
const makeRoom = (): Promise<void> => ward.makeRoom();
const restore: SeededWard['restore'] = (from) => ward.restore(from);
const migrate: SeededWard['migrate'] = (until) => ward.migrate(until);
const howMany = (sql: string): Promise<number> => ward.howMany(sql);

describe('a backup', () => {
  it('that comes back only in part lets nobody in; whole, it does', async () => {
    const from = place();
    await backup(from);
    await makeRoom();
    let steps = 0;
    const cutShort = async (until?: string): Promise<void> => {
      steps += 1;
      if (steps === 2) throw new Error('cut short');
      await migrate(until);
    };
    await expect(restoreBackup({ ownerUrl: database.ownerUrl, folder: from, now: new Date(MORNING), keyIds: [KEY_ID], migrate: cutShort })).rejects.toThrow('cut short');
    expect(await howMany('identity.person')).toBeGreaterThan(0);
    expect(await ward.mayServe()).toBe(false);
    await makeRoom();
    await restore(from);
    expect(await ward.mayServe()).toBe(true);
  });

  it('comes back the same, row by row, except for what a restore ends', async () => {
    const from = place();
    const before = await backup(from);
    await makeRoom();
    const { rows } = await restore(from);
    expect(rows).toBeGreaterThan(1_000);
    const after = await backup();
    const changed = before.tables.filter((table) => after.tables.find(({ name }) => name === table.name)?.sha256 !== table.sha256);
    const touched = ['identity.session', 'identity.sign_in_request', 'notifications.delivery', 'reminders.due_reminder', 'platform.outbox', 'platform.inbox'];
    expect(changed.map(({ name }) => name).filter((name) => !touched.includes(name))).toEqual([]);
    expect(after.migrations).toEqual(before.migrations);
    expect(before.tables.find(({ name }) => name === 'events.application')?.rows).toBeGreaterThan(100);
  });

  it('names where the chain of the sealed access log ends, for a check that cuts in the database do not reach', async () => {
    expect((await backup()).accessLogHead).toBeNull();
    await database.asOwner(`insert into identity.access_log_seal select row_number() over (order by id), id, sha256(id::text::bytea), now() from identity.access_log order by id limit 3`);
    const [last] = await database.asOwner<{ hash: string }>(`select encode(hash, 'hex') as hash from identity.access_log_seal where position = 3`);
    const from = place();
    expect((await backup(from)).accessLogHead).toBe(`3:${last!.hash}`);
    expect(readManifest(from).accessLogHead).toBe(`3:${last!.hash}`);
  });

  it('is one moment, although the ward goes on working', async () => {
    const from = place();
    const writer = new Client({ connectionString: database.ownerUrl });
    await writer.connect();
    let working = true;
    const pairs = (async () => {
      while (working) {
        await writer.query(`with message as (insert into platform.outbox (id, message, payload, at, relayed_at)
          values (gen_random_uuid(), 'test.pair', '{}', now(), now()) returning id)
          insert into platform.inbox (message_id, subscriber, enqueued_at, handled_at) select id, 'test.pair', now(), now() from message`);
      }
    })();
    await backup(from);
    working = false;
    await pairs;
    await writer.end();
    await makeRoom();
    await restore(from);
    expect(await howMany(`platform.outbox where message = 'test.pair'`)).toBeGreaterThan(0);
    expect(await howMany(`platform.outbox where message = 'test.pair'`)).toBe(await howMany(`platform.inbox where subscriber = 'test.pair'`));
  });

  it('lies where only its owner can read it, and only when it is whole', async () => {
    const from = place();
    await backup(from);
    expect(statSync(from).mode & 0o077).toBe(0);
    expect(statSync(path.join(from, MANIFEST)).mode & 0o077).toBe(0);
    await expect(takeBackup('postgresql://nobody@127.0.0.1:9/nothing', path.join(ward.folder, 'never'), new Date())).rejects.toThrow();
    expect(existsSync(path.join(ward.folder, 'never'))).toBe(false);
    expect(existsSync(path.join(ward.folder, 'never.unfinished'))).toBe(false);
  });

  it.each([
    ['one byte of a table', (at: string) => appendFileSync(path.join(at, 'identity.person.copy.gz'), 'x'), 'identity.person.copy.gz'],
    ['a table', (at: string) => rmSync(path.join(at, 'events.event.copy.gz')), 'events.event.copy.gz'],
    ['the manifest', (at: string) => writeFileSync(path.join(at, MANIFEST), '{'), MANIFEST],
    ['a row count of the manifest', (at: string) => writeFileSync(path.join(at, MANIFEST), readFileSync(path.join(at, MANIFEST), 'utf8').replace(/"rows": \d+/, '"rows": 999999')), 'nothing was kept'],
  ])('with %s changed is refused, and nothing is kept', async (_what, damage, said) => {
    const from = place();
    await backup(from);
    damage(from);
    await makeRoom();
    await expect(restore(from)).rejects.toThrow(said);
    expect(await howMany(`pg_namespace where nspname = 'identity'`).then((made) => (made ? howMany('identity.person') : 0))).toBe(0);
  });

  it('whose file can not be read is not called damaged', async () => {
    const from = place();
    await backup(from);
    const table = path.join(from, 'events.event.copy.gz');
    rmSync(table);
    mkdirSync(table);
    await makeRoom();
    await expect(restore(from)).rejects.toThrow('EISDIR');
  });

  it('is never written over a database that holds something', async () => {
    const from = place();
    await backup(from);
    await expect(restore(from)).rejects.toThrow('not empty');
    expect(await howMany('identity.person')).toBeGreaterThan(0);
  });

  it('of a newer program is refused by name', async () => {
    const from = place();
    await backup(from);
    const manifest = readManifest(from);
    writeFileSync(path.join(from, MANIFEST), JSON.stringify({ ...manifest, migrations: ['EventsFromTheFuture1799999999999', ...manifest.migrations] }));
    await makeRoom();
    await expect(restore(from)).rejects.toThrow('EventsFromTheFuture1799999999999');
  });

  it.each([
    ['another key', () => ({ SEALING_KEY: 'another-key-of-the-tests-that-seals-too' }), KEY_ID],
    ['no key', () => ({ SEALING_KEY: '' }), 'SEALING_KEY'],
  ])('with %s is refused before the present data are put aside, with the name of the key', async (_what, key, said) => {
    const from = place();
    expect((await backup(from)).sealedWith).toEqual([KEY_ID]);
    const people = await howMany('identity.person');
    const { status, stderr } = spawnSync(process.execPath, ['apps/local/dist/restore.js', from, '--replace'], { cwd: ROOT, encoding: 'utf8', env: { ...ward.env(MORNING), DATABASE_URL: database.ownerUrl, ...key() } });
    expect([status, stderr]).toEqual([1, expect.stringContaining(said)]);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(await howMany('identity.person')).toBe(people);
    expect(await howMany(`pg_database where datname like '${database.name}%'`)).toBe(1 + ward.putAside);
  });

  it('is filled into the ward with its key, and what is sealed is read there', async () => {
    const from = place();
    await backup(from);
    await makeRoom();
    await restore(from);
    const sealed = new KeptSealed(testConfig(database));
    const answers = await database.asOwner<{ id: string; answers: string }>('select id, answers from events.application where answers is not null');
    expect(answers.length).toBeGreaterThan(0);
    for (const { id: row, answers: text } of answers) expect(sealed.open({ column: 'events.application.answers', row }, text)).toHaveProperty('needs');
  });

  it('of an older program is filled into the tables of its day, which then become those of today', async () => {
    const [newest, before] = (await backup()).migrations.slice(-2).reverse();
    await makeRoom();
    await migrate(before);
    expect(await howMany(`public.migration where name = '${newest}'`)).toBe(0);
    const from = place();
    await backup(from);
    await makeRoom();
    await restore(from);
    expect(await howMany(`public.migration where name = '${newest}'`)).toBe(1);
    expect(await howMany('associations.area')).toBe(14);
  });
});

describe('the commands that an operator types', () => {
  const command = (name: 'backup' | 'restore', ...args: string[]) => spawnSync(process.execPath, [`apps/local/dist/${name}.js`, ...args], { cwd: ROOT, encoding: 'utf8', env: { ...ward.env(MORNING), DATABASE_URL: database.ownerUrl } });

  it('make a backup, and put it into an empty database or in the place of the present one', async () => {
    const [from, people] = [place(), await howMany('identity.person')];
    const made = command('backup', from);
    expect([made.status, made.stderr]).toEqual([0, '']);
    const { tables } = readManifest(from);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    expect(made.stdout).toContain(`${from}\nバックアップができました。${tables.length} tables, ${rows} rows, read back and unharmed.`);

    await makeRoom();
    const restored = command('restore', from);
    expect([restored.status, restored.stderr]).toEqual([0, '']);
    expect(restored.stdout).toContain(`Restored: ${tables.length} tables, ${rows} rows, each compared with the backup.`);
    expect(await howMany('identity.person')).toBe(people);

    await database.asOwner(`update identity.person set name = '後から 変わった'`);
    const replaced = command('restore', from, '--replace');
    expect([replaced.status, replaced.stderr]).toEqual([0, '']);
    expect(await howMany(`identity.person where name = '後から 変わった'`)).toBe(0);
    const kept = /The database of before is kept as (\w+);/.exec(replaced.stdout)?.[1] ?? '';
    expect(await howMany(`pg_database where datname = '${kept}'`)).toBe(1);
    await database.asOwner(`drop database "${kept}"`);
  }, 60_000);

  it('say what they take when they are typed otherwise, and touch nothing', async () => {
    const [from, people] = [place(), await howMany('identity.person')];
    for (const [name, ...args] of [['backup', from, 'more'], ['restore'], ['restore', '--replace'], ['restore', from, 'more', '--replace']] as const) {
      const { status, stderr } = command(name, ...args);
      expect([name, args, status, stderr]).toEqual([name, args, 1, expect.stringContaining(`npm run ${name}`)]);
    }
    expect(existsSync(from)).toBe(false);
    expect(await howMany('identity.person')).toBe(people);
  });
});

describe('after a restore', () => {
  const reminders = (state: string) => `reminders.due_reminder where state = '${state}' and due_at > '${NIGHT}' and due_at <= '${MORNING}'`;

  it('everybody signs in anew, and no reminder that may have gone out goes out again', async () => {
    const from = place();
    await database.asOwner(`insert into identity.session (id, account_id, token_hash, started_at, last_seen_at, expires_at)
      select gen_random_uuid(), id, sha256(id::text::bytea), '${NIGHT}', '${NIGHT}', '${NIGHT}'::timestamptz + interval '1 day' from identity.account limit 3`);
    await database.asOwner(`insert into notifications.delivery (id, dedupe_key, person_id, event_id, kind, scheduled_for, purpose, channel, address, template, params,
        priority, any_hour, state, claimed_until, message_id, next_attempt_at, created_at)
      select gen_random_uuid(), 'under-way', id, null, 'd1', '${NIGHT}'::timestamptz - interval '5 hours', 'reminder', 'mail', 'under-way@example.jp', 'reminder', '{}',
        2, false, 'sending', '${NIGHT}', '<x@example.jp>', '${NIGHT}', '${NIGHT}' from identity.person limit 1`);
    // Announced, but not yet written out as letters: one still in the outbox, one on its way through the queue.
    await database.asOwner(`with announced as (
        insert into platform.outbox (id, message, payload, at, relayed_at)
        select gen_random_uuid(), 'reminders.reminder-due', jsonb_build_object('dueReminderId', id, 'eventId', event_id), '${NIGHT}', case n when 2 then '${NIGHT}'::timestamptz end
        from (select * from ${reminders('due')} limit 1) reminder, generate_series(1, 2) n returning id, relayed_at)
      insert into platform.inbox (message_id, subscriber, enqueued_at) select id, 'letters.reminder', relayed_at from announced where relayed_at is not null`);
    // The control: this ward, left to itself, would send that reminder.
    const due = await howMany(reminders('due'));
    expect(due).toBeGreaterThan(0);
    await backup(from);
    await makeRoom();
    const restored = await restore(from);

    expect(restored.sessions).toBeGreaterThanOrEqual(3);
    expect(await howMany('identity.session where ended_at is null')).toBe(0);
    expect(restored.reminders.filter(({ dueAt }) => dueAt > new Date(NIGHT))).toHaveLength(due);
    expect(await howMany(reminders('due'))).toBe(0);
    expect(restored.letters).toBe(1);
    expect(await howMany(`notifications.delivery where dedupe_key = 'under-way' and state = 'bounced'`)).toBe(1);
    expect(await howMany(`platform.outbox o where message = 'reminders.reminder-due' and (relayed_at is null or exists (select from platform.inbox where message_id = o.id and handled_at is null))`)).toBe(0);
    expect(await howMany(`reminders.due_reminder where state = 'due' and due_at > '${MORNING}'`)).toBeGreaterThan(0);

    await database.asOwner(`grant connect on database ${database.name} to yoriai_app, yoriai_queue`);
    const worker = spawn(process.execPath, ['apps/worker/dist/main.js'], { cwd: ROOT, env: ward.env(MORNING), stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => worker.once('close', resolve));
    try {
      await new Promise<void>((resolve) => worker.stdout.on('data', (text: Buffer) => (String(text).includes('ready') ? resolve() : undefined)));
      // A letter of the worker's own proves that it looked at what is due, and looked after the reminders had their turn.
      await database.asOwner(`insert into notifications.delivery (id, dedupe_key, kind, purpose, channel, address, template, params, priority, any_hour, state, next_attempt_at, created_at)
        values (gen_random_uuid(), 'proof', 'proof', 'reminder', 'mail', 'proof@example.jp', 'no-such-template', '{}', 2, true, 'due', '${NIGHT}', '${NIGHT}')`);
      const until = performance.now() + 30_000;
      while ((await howMany(`notifications.delivery where dedupe_key = 'proof' and attempts > 0`)) === 0) {
        if (performance.now() > until) throw new Error('The worker never looked.');
      }
    } finally {
      worker.kill('SIGTERM');
      await ended;
    }
    expect(await howMany(reminders('expanded'))).toBe(0);
    expect(ward.sink.mails.filter(({ raw }) => raw.includes('under-way@example.jp'))).toEqual([]);
  }, 90_000);
});
