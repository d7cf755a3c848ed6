import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { MANIFEST, type Manifest } from './manifest.js';
import { speakPlainly, writeTable } from './table-copy.js';
import { accessLogHead, migrationsOf, sealedWith, sequences, tables } from './tables.js';

/**
 * Writes the whole record of a ward into a new folder, as it stood at one moment, while the ward goes on
 * working. The folder appears under its name only when it is complete; its files are readable by their
 * owner alone. Refuses a folder that exists and a database that was never migrated.
 */
export async function takeBackup(ownerUrl: string, folder: string, now: Date): Promise<Manifest> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const client = new Client({ connectionString: ownerUrl });
  try {
    await client.connect();
    await speakPlainly(client);
    await client.query('begin isolation level repeatable read read only');
    const manifest = await write(client, unfinished, now);
    await client.query('commit');
    writeFileSync(path.join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true });
    renameSync(unfinished, folder);
    return manifest;
  } finally {
    await client.end();
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function write(client: Client, folder: string, now: Date): Promise<Manifest> {
  const { rows } = await client.query<{ server: string }>('select version() as server');
  const manifest: Manifest = {
    format: 1,
    madeAt: now.toISOString(),
    server: rows[0]?.server ?? '',
    migrations: await migrationsOf(client),
    sealedWith: await sealedWith(client),
    accessLogHead: await accessLogHead(client),
    tables: [],
    sequences: await sequences(client),
  };
  for (const table of await tables(client)) {
    const file = `${table.name.replaceAll('"', '')}.copy.gz`;
    manifest.tables.push({ ...table, ...(await writeTable(client, table, path.join(folder, file))), file });
  }
  return manifest;
}
