import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';
import type { QueryRunner } from 'typeorm';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** A column to be sealed, and the id of its rows. */
export interface SealedColumn {
  table: string;
  id: string;
  column: string;
}

interface Key {
  id: string;
  key: Buffer;
}

/**
 * As `KeptSealed` of the platform reads it (docs/adr/0071); written out here, because what a migration has done stays as it was done.
 * `migrations/src/sealing.db-spec.ts` opens it with the platform's.
 */
function keysOf(env: NodeJS.ProcessEnv): Key[] {
  const secrets = (env.SEALING_KEY ?? '').split(',').map((secret) => secret.trim()).filter((secret) => secret !== '');
  if (secrets.length === 0 || secrets.some((secret) => secret.length < 32)) {
    throw new Error('SEALING_KEY: 封をする鍵が必要です（openssl rand -base64 48）。There is something to seal, and no key: give the one that api and worker have, at least 32 characters.');
  }
  return secrets.map((secret) => ({ id: `k${hash('sha256', `kept-sealed name\n${secret}`, 'hex').slice(0, 8)}`, key: hash('sha256', `kept-sealed\n${secret}`, 'buffer') }));
}

function close({ id, key }: Key, place: string, text: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(`${id}\n${place}`, 'utf8'));
  const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${id}.${Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64url')}`;
}

function open(keys: readonly Key[], place: string, sealed: string): string {
  const [id = '', closed = ''] = sealed.split('.', 2);
  const known = keys.find((each) => each.id === id);
  if (!known) throw new Error(`SEALING_KEY: ${place.replace('\n', ' ')} is sealed with another key (${id})`);
  const bytes = Buffer.from(closed, 'base64url');
  const decipher = createDecipheriv(CIPHER, known.key, bytes.subarray(0, NONCE), { authTagLength: TAG }).setAAD(Buffer.from(`${id}\n${place}`, 'utf8'));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
}

/** Seals what stands in a column of JSON texts, a slice at a time. Without rows no key is asked for. */
export async function sealColumn(runner: QueryRunner, at: SealedColumn): Promise<void> {
  await rewrite(runner, at, ([first], place, text) => close(first!, place, text));
  const [used] = (await runner.query(`select from ${at.table} where ${at.column} is not null limit 1`)) as object[];
  if (used) await runner.query('insert into platform.sealing_key (id, since) values ($1, now()) on conflict (id) do update set ended_at = null', [keysOf(process.env)[0]!.id]);
}

/** The way back. */
export function openColumn(runner: QueryRunner, at: SealedColumn): Promise<void> {
  return rewrite(runner, at, open);
}

async function rewrite(runner: QueryRunner, { table, id, column }: SealedColumn, as: (keys: readonly Key[], place: string, text: string) => string): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const found = (await runner.query(`select ${id} as id, ${column} as text from ${table} where ${column} is not null and ${id} > $1 order by ${id} limit 500`, [after])) as { id: string; text: string }[];
    if (found.length === 0) break;
    const keys = keysOf(process.env);
    const texts = found.map((row) => as(keys, `${table}.${column}\n${row.id}`, row.text));
    await runner.query(`update ${table} set ${column} = item.text from unnest($1::uuid[], $2::text[]) as item (id, text) where ${table}.${id} = item.id`, [found.map((row) => row.id), texts]);
    after = found.at(-1)!.id;
  }
  await runner.query('set constraints all immediate');
  // The table is written anew: what stood there before is in none of its pages.
  await runner.query(`alter table ${table} alter column ${column} type text using ${column} || ''`);
}
