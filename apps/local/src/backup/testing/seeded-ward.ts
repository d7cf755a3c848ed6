import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { keyId } from '@yoriai/platform';
import { mailSink, testDatabase, type MailSink, type TestDatabase } from '@yoriai/testing';
import { takeBackup } from '../backup.js';
import type { Manifest } from '../manifest.js';
import { putAside, type PutAside } from '../put-aside.js';
import { restoreBackup, type Restored } from '../restore.js';

export const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
export const NIGHT = '2026-11-27T23:00:00+09:00';
/** The morning reminder of the demo ward's planting (28 November, 07:30) has gone out in between. */
export const MORNING = '2026-11-28T08:10:00+09:00';

const KEY = 'a-key-of-the-tests-that-seals-long-enough';
export const KEY_ID = keyId(KEY);

/** A database with the demo ward of {@link NIGHT}, of which backups are taken, and a folder for them. */
export class SeededWard {
  private readonly aside: PutAside[] = [];
  private count = 0;

  private constructor(
    readonly folder: string,
    readonly database: TestDatabase,
    readonly sink: MailSink,
  ) {}

  /** Fails where the ward can't be seeded. */
  static async open(): Promise<SeededWard> {
    const ward = new SeededWard(mkdtempSync(path.join(os.tmpdir(), 'yoriai-backup-')), await testDatabase(undefined, { kept: false }), await mailSink());
    const { status } = spawnSync(process.execPath, ['apps/local/dist/seed.js'], { cwd: ROOT, env: ward.env(NIGHT), stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`seed.js: ${status}`);
    return ward;
  }

  /** The next test finds the ward as it was before. */
  async asBefore(): Promise<void> {
    for (const old of this.aside.splice(0).reverse()) await old.back();
  }

  async close(): Promise<void> {
    await this.sink.close();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What its processes are started with. */
  env(now: string): NodeJS.ProcessEnv {
    const { appUrl, queueUrl } = this.database;
    return {
      ...process.env,
      NODE_ENV: 'development',
      NODE_OPTIONS: '',
      DATABASE_APP_URL: appUrl,
      DATABASE_QUEUE_URL: queueUrl,
      SMTP_URL: this.sink.url,
      APP_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
      SEALING_KEY: KEY,
      YORIAI_DEMO: '1',
      YORIAI_NOW: now,
    };
  }

  /** All steps, or those up to one. */
  async migrate(until?: string): Promise<void> {
    const { status, stderr } = spawnSync(process.execPath, ['migrations/dist/main.js'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: this.database.ownerUrl, ...(until === undefined ? {} : { MIGRATE_UNTIL: until }) },
    });
    if (status !== 0) throw new Error(stderr);
  }

  /** Where no backup lies yet. */
  place(): string {
    return path.join(this.folder, `b${(this.count += 1)}`);
  }

  backup(to = this.place()): Promise<Manifest> {
    return takeBackup(this.database.ownerUrl, to, new Date(NIGHT));
  }

  /** Puts the present data aside until the test is over. */
  async makeRoom(): Promise<void> {
    this.aside.push(await putAside(this.database.ownerUrl, `${(this.count += 1)}`));
  }

  /** How many databases were put aside. */
  get putAside(): number {
    return this.aside.length;
  }

  restore(from: string): Promise<Restored> {
    return restoreBackup({ ownerUrl: this.database.ownerUrl, folder: from, now: new Date(MORNING), keyIds: [KEY_ID], migrate: (until) => this.migrate(until) });
  }

  async howMany(sql: string): Promise<number> {
    return (await this.database.asOwner<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]!.n;
  }

  /** Whether whoever serves gets into the database. */
  async mayServe(): Promise<boolean> {
    const client = new Client({ connectionString: this.database.appUrl });
    try {
      await client.connect();
      return true;
    } catch (error) {
      // 42501: insufficient privilege; anything else is another fault.
      if ((error as { code?: unknown }).code === '42501') return false;
      throw error;
    } finally {
      await client.end();
    }
  }
}
