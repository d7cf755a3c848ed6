import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform, Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Table } from './tables.js';

/** What stands in a table: how many rows, and the fingerprint of their text in the order of the key. */
export interface Content {
  rows: number;
  sha256: string;
}

/** Makes PostgreSQL write every value the same way on every machine. Once per connection. */
export async function speakPlainly(client: Client): Promise<void> {
  await client.query(`set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601'; set extra_float_digits = 1;
    set bytea_output = 'hex'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`);
}

/** Writes a table into a file, compressed. */
export async function writeTable(client: Client, table: Table, file: string): Promise<Content> {
  return counted(client, table, (content, seen) => pipeline(content, seen, createGzip(), createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })));
}

/** Reads a table and keeps nothing but its fingerprint. */
export async function readTable(client: Client, table: Table): Promise<Content> {
  return counted(client, table, (content, seen) => pipeline(content, seen, nowhere()));
}

async function counted(client: Client, table: Table, into: (content: Readable, seen: Transform) => Promise<void>): Promise<Content> {
  const content = client.query(copyTo(`copy (select ${table.columns.join(', ')} from ${table.name} order by ${table.key.join(', ')}) to stdout`));
  const { seen, sha256 } = fingerprint();
  await into(content, seen);
  return { rows: content.rowCount ?? 0, sha256: sha256() };
}

/** The fingerprint of a file as it was written, without touching the database; throws when it can't be unpacked. */
export async function readFile(file: string): Promise<string> {
  const { seen, sha256 } = fingerprint();
  await pipeline(createReadStream(file), createGunzip(), seen, nowhere());
  return sha256();
}

/** Fills an empty table from its file; constraints are checked as in any other insert. */
export async function fillTable(client: Client, table: Pick<Table, 'name' | 'columns'>, file: string): Promise<number> {
  const into = client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`));
  await pipeline(createReadStream(file), createGunzip(), into);
  return into.rowCount ?? 0;
}

function fingerprint(): { seen: Transform; sha256: () => string } {
  const hash = createHash('sha256');
  const seen = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { seen, sha256: () => hash.digest('hex') };
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
