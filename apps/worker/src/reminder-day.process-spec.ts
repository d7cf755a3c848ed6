import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mailSink, testDatabase, until, type MailSink, type TestDatabase } from '@yoriai/testing';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** A Saturday evening: the demo ward's planting is tomorrow morning, its three helpers are to hear of it at six. */
const TEN_SECONDS_TO_SIX = '2026-11-27T17:59:52+09:00';
const TEN_SECONDS_TO_HALF_PAST_SEVEN = '2026-11-28T07:29:52+09:00';
const PLANTING = '新町北公園 花の植えかえ';

describe('a day of reminders, with real worker processes in New York', () => {
  let database: TestDatabase;
  let sink: MailSink;
  const workers: ChildProcess[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    sink = await mailSink();
    await run('apps/local/dist/seed.js', TEN_SECONDS_TO_SIX);
  }, 240_000);
  afterEach(async () => {
    await Promise.all(workers.splice(0).map(stop));
    sink.mails.length = 0;
  });
  afterAll(async () => {
    await sink.close();
    await database.drop();
  });

  const env = (now: string): NodeJS.ProcessEnv => ({
    ...process.env,
    NODE_ENV: 'development',
    NODE_OPTIONS: '',
    TZ: 'America/New_York',
    DATABASE_APP_URL: database.appUrl,
    DATABASE_QUEUE_URL: database.queueUrl,
    SMTP_URL: sink.url,
    APP_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
    SEALING_KEY: 'a-key-of-the-tests-that-seals-long-enough',
    YORIAI_DEMO: '1',
    YORIAI_NOW: now,
  });
  const run = (main: string, now: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [main], { cwd: ROOT, env: env(now), stdio: ['ignore', 'ignore', 'inherit'] });
      child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${main} ended with ${code}`))));
    });
  const work = (now: string): void => {
    workers.push(spawn(process.execPath, ['apps/worker/dist/main.js'], { cwd: ROOT, env: env(now), stdio: ['ignore', 'ignore', 'inherit'] }));
  };
  const stop = (child: ChildProcess): Promise<void> =>
    new Promise((resolve) => {
      child.on('close', () => resolve());
      child.kill('SIGTERM');
    });
  /** What the ledger says about the reminders of a kind: how many in which state, and when they went. */
  const ledger = (kind: string) =>
    database.asOwner<{ state: string; accepted_at: Date }>(
      `select d.state, d.accepted_at from notifications.delivery d join events.event e on e.id = d.event_id
       where d.purpose = 'reminder' and d.kind like $1 and e.title like $2`,
      [`%${kind}`, `${PLANTING}%`],
    );
  const reminders = async (): Promise<{ to: string; subject: string }[]> =>
    (await sink.parsed())
      // Those of the day, not of what has to be handed in before.
      .filter(({ subject = '' }) => subject.includes('花の植えかえ') && !subject.startsWith('手続き'))
      .map((mail) => ({ to: String((mail.to as { text: string }).text), subject: mail.subject ?? '' }));

  it('the evening before, at six and not before, once each although two workers watch', async () => {
    work(TEN_SECONDS_TO_SIX);
    work(TEN_SECONDS_TO_SIX);
    await until('the three of the evening before', async () => (await ledger('d1')).filter((row) => row.state === 'accepted').length === 3, 90_000);
    const rows = await ledger('d1');
    expect(rows.map((row) => row.state)).toEqual(['accepted', 'accepted', 'accepted']);
    for (const row of rows) expect(row.accepted_at.toISOString()).toMatch(/^2026-11-27T09:00:/);
    const mails = await reminders();
    expect(mails).toHaveLength(3);
    expect(new Set(mails.map((mail) => mail.to)).size).toBe(3);
  }, 180_000);

  it('in the morning, at half past seven, and what was sent in the evening is not sent again', async () => {
    work(TEN_SECONDS_TO_HALF_PAST_SEVEN);
    work(TEN_SECONDS_TO_HALF_PAST_SEVEN);
    await until('the three of the morning', async () => (await ledger('day')).filter((row) => row.state === 'accepted').length === 3, 90_000);
    for (const row of await ledger('day')) expect(row.accepted_at.toISOString()).toMatch(/^2026-11-27T22:30:/);
    expect(await reminders()).toHaveLength(3);
    expect(await ledger('d1')).toHaveLength(3);
  }, 180_000);
});
