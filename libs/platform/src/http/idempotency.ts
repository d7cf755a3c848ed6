import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayHaveCommitted } from '../database/db.js';
import { refuse } from '../refusal.js';
import { seal, unseal } from '../secrets/seal.js';
import { Secrets } from '../secrets/secrets.js';
import { Endings } from './idempotency-endings.js';
import { IdempotencyKeys, nameOf, type KeyClaim } from './idempotency-keys.js';

/** Who asks for what: `scope` = actor or browser + route, `key` = the caller's Idempotency-Key. */
export interface IdempotentRequest {
  scope: string;
  key: string;
  /** Made by {@link requestHash}; the same key with another hash is refused. */
  requestHash: string;
}

/** An answer that can be given again. */
export interface KeptAnswer<T> {
  status: number;
  body: T;
  replayed: boolean;
}

/** The fingerprint of a request: same content, same text, whatever the order of its keys. */
export function requestHash(body: unknown): string {
  return hash('sha256', stable(body), 'base64url');
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${stable(item)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Makes a repeated request harmless: the first answer is kept for 24 h and given again. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly keys: IdempotencyKeys,
    private readonly endings: Endings,
    private readonly secrets: Secrets,
  ) {}

  /**
   * Runs `work` once per scope and key. Refuses another body under the same key
   * (`platform.idempotency-mismatch`, 422) and a repeat while the first still runs
   * (`platform.idempotency-running`, 409). Refusals and failures are not kept: nothing happened, so a
   * corrected or later try with the same key may succeed, also after an outage of the database in the middle.
   * When the first caller died, or the line broke in the very commit, nobody knows whether its work was done;
   * it is not done again under this key (`platform.idempotency-unknown`, 409).
   * Answers lie sealed: they may hold somebody's ticket.
   */
  async once<T>(asked: IdempotentRequest, work: () => Promise<{ status: number; body: T }>): Promise<KeptAnswer<T>> {
    const claim = { ...asked, scope: hash('sha256', asked.scope, 'base64url') };
    await this.endings.before(claim);
    const kept = await this.claim<T>(claim);
    if (kept) return kept;
    let answer: { status: number; body: T };
    try {
      answer = await work();
    } catch (error) {
      if (!mayHaveCommitted(error)) await this.endings.write(claim, null);
      throw error;
    }
    await this.endings.write(claim, { scope: claim.scope, key: claim.key, status: answer.status, body: seal(this.secretOf(claim), answer.body) });
    return { ...answer, replayed: false };
  }

  /** Removes answers older than 24 h. */
  tidy(): Promise<void> {
    return this.keys.tidy();
  }

  /** Undefined: the key is ours now. */
  private async claim<T>(claim: KeyClaim): Promise<KeptAnswer<T> | undefined> {
    const known = await this.keys.claim(claim);
    if (known === 'ours') return undefined;
    if (!known) return refuse('platform.idempotency-running', { status: 409, retryAfter: 1 });
    if (known.request_hash !== claim.requestHash) return refuse('platform.idempotency-mismatch', { status: 422 });
    if (known.dead) return refuse('platform.idempotency-unknown', { status: 409 });
    if (known.status === null || known.body === null) return refuse('platform.idempotency-running', { status: 409, retryAfter: 1 });
    return { status: known.status, body: unseal(this.secretOf(claim), known.body) as T, replayed: true };
  }

  private secretOf(claim: KeyClaim): string {
    return this.secrets.sign('idempotent-answer', nameOf(claim));
  }
}
