import { existsSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { afterRestore, type HeldBack } from './after-restore.js';
import { readManifest, type Manifest } from './manifest.js';
import { fillTable, readFile, readTable, speakPlainly } from './table-copy.js';
import { migrationsOf, withoutReferences } from './tables.js';

/** What a restore needs besides the backup. */
export interface RestoreOptions {
  ownerUrl: string;
  folder: string;
  now: Date;
  /** Names of the keys in the settings. */
  keyIds: readonly string[];
  /** Runs the migration step on the database; up to and with the named migration, or all. */
  migrate(until?: string): Promise<void>;
}

/** What was put back. */
export interface Restored extends HeldBack {
  manifest: Manifest;
  rows: number;
}

/**
 * Puts a backup into an empty database: checks every file first, makes the schema of that day, fills it in
 * one transaction, compares every table with the backup, brings the schema up to date, ends sessions and
 * holds reminders back. Until all of that is done the database lets nobody in but its owner: one that was cut
 * short serves nobody and sends nothing. Refuses a damaged backup, one of a newer program, one that is sealed with
 * a key that is not in the settings, and a database that holds anything.
 */
export async function restoreBackup({ ownerUrl, folder, now, keyIds, migrate }: RestoreOptions): Promise<Restored> {
  const manifest = readManifest(folder);
  insistOnKeys(manifest, keyIds);
  await checkFiles(manifest, folder);
  await withClient(ownerUrl, insistOnEmpty);
  await migrate(manifest.migrations.at(-1));
  await withClient(ownerUrl, async (client) => {
    await insistOnSchema(client, manifest);
    await fill(client, manifest, folder);
  });
  await migrate();
  const held = await withClient(ownerUrl, (client) => endAndHoldBack(client, now));
  return { manifest, rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0), ...held };
}

/** Refuses before anything is touched: what is sealed in the backup could not be read, and what an older one holds unsealed could not be sealed. */
export function insistOnKeys({ sealedWith }: Pick<Manifest, 'sealedWith'>, keyIds: readonly string[]): void {
  const missing = sealedWith.filter((id) => !keyIds.includes(id));
  const names = missing.join(', ');
  if (missing.length > 0) throw new Error(`SEALING_KEY: このバックアップは別の鍵（${names}）で封をしてあります。その鍵を入れてください。データはそのままです。The backup is sealed with another key (${names}): give that one, alone or after a comma. Nothing was touched.`);
  if (keyIds.length === 0) throw new Error('SEALING_KEY: 鍵がありません。api と worker と同じものを入れてください。It is missing: give the one that api and worker have. Nothing was touched.');
}

/** Reads a whole backup and compares it with its manifest; throws naming what is missing or damaged. */
export async function checkFiles(manifest: Manifest, folder: string): Promise<void> {
  for (const { file, sha256 } of manifest.tables) {
    const full = path.join(folder, file);
    if (!existsSync(full)) throw new Error(`${file} がありません。The backup is incomplete: ${file} is missing.`);
    const found = await readFile(full).catch(unreadable);
    if (found !== sha256) throw new Error(`${file} がこわれています。The backup is damaged: ${file} is not what was written.`);
  }
}

/** A file that can't be unpacked is damaged; anything else (no right to read it, a broken disk) is said as it is. */
function unreadable(error: unknown): undefined {
  if (!/^Z_/.test(String((error as { code?: unknown }).code))) throw error;
  return undefined;
}

async function insistOnEmpty(client: Client): Promise<void> {
  const { rowCount } = await client.query(`select 1 from pg_namespace where nspname in ('identity', 'platform')`);
  if (rowCount) {
    throw new Error(`データベースが空ではありません。The database is not empty, and nothing is written over. Give an empty one, or say --replace to put the old one aside.`);
  }
}

async function insistOnSchema(client: Client, manifest: Manifest): Promise<void> {
  const known = await migrationsOf(client);
  const missing = manifest.migrations.filter((name) => !known.includes(name));
  if (missing.length > 0) throw new Error(`このバックアップは新しい版のものです。The backup was made by a newer version; this one doesn't know: ${missing.join(', ')}`);
}

async function fill(client: Client, manifest: Manifest, folder: string): Promise<void> {
  await speakPlainly(client);
  await client.query('begin');
  await letIn(client, 'nobody');
  await withoutReferences(client, async () => {
    // What the migrations planted (areas) comes back from the backup.
    await client.query(`truncate ${manifest.tables.map(({ name }) => name).join(', ')}`);
    for (const table of manifest.tables) await fillTable(client, table, path.join(folder, table.file));
  });
  for (const { name, lastValue, isCalled } of manifest.sequences) await client.query('select setval($1, $2, $3)', [name, lastValue, isCalled]);
  for (const table of manifest.tables) {
    const { rows, sha256 } = await readTable(client, table);
    if (rows !== table.rows || sha256 !== table.sha256) throw new Error(`${table.name} が元と違います。${table.name} is not what was backed up; nothing was kept.`);
  }
  await client.query('commit');
  await client.query('analyze');
}

async function endAndHoldBack(client: Client, now: Date): Promise<HeldBack> {
  await client.query('begin');
  const held = await afterRestore(client, now);
  await letIn(client, 'those who serve');
  await client.query('commit');
  return held;
}

/** Whether api and worker may connect (migrations/src/grants.ts names their roles); a new database lets everybody. */
async function letIn(client: Client, who: 'nobody' | 'those who serve'): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const connect = `connect on database ${client.escapeIdentifier(rows[0]!.name)}`;
  await client.query(who === 'nobody' ? `revoke ${connect} from public, yoriai_app, yoriai_queue` : `grant ${connect} to yoriai_app, yoriai_queue`);
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
