import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { refuse } from '../refusal.js';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Where a sealed value lies; in any other row or column it can't be opened. */
export interface SealedAt {
  /** `events.application.answers` */
  column: string;
  /** The id of the row. */
  row: string;
}

interface SealingKey {
  id: string;
  key: Buffer;
}

/**
 * Columns that are sealed at rest (AES-256-GCM): `k<8 figures of the key's own fingerprint>.<nonce, tag and text>`. Whoever
 * has the database, or a backup, without the key of the settings reads nothing of it. docs/adr/0071.
 */
@Injectable()
export class KeptSealed {
  private readonly keys: readonly [SealingKey, ...SealingKey[]];

  constructor(config: Config) {
    const [first, ...others] = config.sealingKeys.map((secret) => ({ id: keyId(secret), key: hash('sha256', `kept-sealed\n${secret}`, 'buffer') }));
    if (!first) throw new Error('SEALING_KEY: there is none');
    this.keys = [first, ...others];
  }

  /** Names of the keys that open, the one that seals first. A name tells nothing of its key. */
  get keyIds(): readonly string[] {
    return this.keys.map(({ id }) => id);
  }

  /** Seals a value for its place, with the newest key; what is not there stays so. */
  close(at: SealedAt, value: NonNullable<unknown>): string;
  close(at: SealedAt, value: unknown): string | null;
  close(at: SealedAt, value: unknown): string | null {
    if (value === null || value === undefined) return null;
    const [{ id, key }] = this.keys;
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, key, nonce).setAAD(placed(id, at));
    const closed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return `${id}.${Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64url')}`;
  }

  /**
   * Reads what was sealed for this place. Refuses `platform.sealed-unreadable` (503, written in the log with its place) for what was
   * changed, was sealed for another row or column, or with a key that is not in the settings: never half of it, never silently nothing.
   */
  open<T>(at: SealedAt, sealed: string): T;
  open<T>(at: SealedAt, sealed: string | null): T | null;
  open<T>(at: SealedAt, sealed: string | null): T | null {
    if (sealed === null) return null;
    const [id = '', closed = ''] = sealed.split('.', 2);
    const known = this.keys.find((each) => each.id === id);
    if (!known) return unreadable(at, 'its key is not in SEALING_KEY');
    const bytes = Buffer.from(closed, 'base64url');
    if (bytes.length < NONCE + TAG) return unreadable(at, 'it is cut short');
    const decipher = createDecipheriv(CIPHER, known.key, bytes.subarray(0, NONCE), { authTagLength: TAG }).setAAD(placed(id, at));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    try {
      return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')) as T;
    } catch {
      return unreadable(at, 'it was changed, or belongs to another row');
    }
  }
}

/** What a key is called beside what it sealed: a fingerprint, so that one name never stands for two keys. */
export function keyId(secret: string): string {
  return `k${hash('sha256', `kept-sealed name\n${secret}`, 'hex').slice(0, 8)}`;
}

function placed(id: string, { column, row }: SealedAt): Buffer {
  return Buffer.from(`${id}\n${column}\n${row}`, 'utf8');
}

function unreadable({ column, row }: SealedAt, why: string): never {
  return refuse('platform.sealed-unreadable', { status: 503, why: `${column} of ${row}: ${why}` });
}
