import { hash } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Db, mayHaveCommitted } from '../database/db.js';
import { named, rows } from '../database/tx.js';
import { Gathering } from '../gathering/gathering.js';
import { Refusal, refuse } from '../refusal.js';
import { seal, unseal } from '../secrets/seal.js';
import { Secrets } from '../secrets/secrets.js';

/** How long an answer is kept (hours), and how long a first caller may work before it counts as dead (seconds). */
const KEEP_HOURS = 24;
const WORKING_SECONDS = 60;
/** How often a process tries to write down what it could not while the database was away. */
const OWED_MS = 1_000;

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

interface KeyName {
  scope: string;
  key: string;
}

interface KeptRow extends KeyName {
  status: number;
  body: string;
}

const nameOf = ({ scope, key }: KeyName): string => `${scope} ${key}`;

/** Keys of one moment are claimed in one transaction, and so are answers kept. */
const GATHER = { keyOf: nameOf, most: 200, abreast: 2 };

const CLAIM = `
  insert into platform.idempotency_key as k (scope, key, request_hash, created_at)
  select scope, key, request_hash, $4 from unnest($1::text[], $2::text[], $3::text[]) as asked (scope, key, request_hash)
  on conflict (scope, key) do update set request_hash = excluded.request_hash, created_at = excluded.created_at, status = null, body = null
  where k.created_at < $4::timestamptz - make_interval(hours => ${KEEP_HOURS})
  returning scope, key`;

const KNOWN = `
  select scope, key, request_hash, status, body, status is null and created_at < $3::timestamptz - make_interval(secs => ${WORKING_SECONDS}) as dead
  from platform.idempotency_key where (scope, key) in (select * from unnest($1::text[], $2::text[]))`;

const KEEP = `
  update platform.idempotency_key k set status = kept.status, body = kept.body
  from unnest($1::text[], $2::text[], $3::int[], $4::text[]) as kept (scope, key, status, body) where k.scope = kept.scope and k.key = kept.key`;

const FORGET = 'delete from platform.idempotency_key where (scope, key) in (select * from unnest($1::text[], $2::text[])) and status is null';

interface KeyRow {
  request_hash: string;
  status: number | null;
  body: string | null;
  dead: boolean;
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
export class Idempotency implements OnApplicationShutdown {
  /** How it ended under a key (null: nothing happened), where the database was away when that was to be written down. */
  private readonly owed = new Map<string, { request: IdempotentRequest; answer: KeptRow | null }>();
  private paying: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly claims = new Gathering<IdempotentRequest, KeyRow | 'ours' | null>({ ...GATHER, work: (requests) => this.claimAll(requests) });
  private readonly answers = new Gathering<KeptRow, undefined>({ ...GATHER, work: (rows) => this.keepAll(rows) });

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
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
    // Hashed, because a route may carry somebody's ticket.
    const request = { ...asked, scope: hash('sha256', asked.scope, 'base64url') };
    if (this.owed.has(nameOf(request))) await this.pay();
    const kept = await this.claim<T>(request);
    if (kept) return kept;
    let answer: { status: number; body: T };
    try {
      answer = await work();
    } catch (error) {
      if (!mayHaveCommitted(error)) await this.settle(request, null);
      throw error;
    }
    await this.settle(request, { scope: request.scope, key: request.key, status: answer.status, body: seal(this.secretOf(request), answer.body) });
    return { ...answer, replayed: false };
  }

  /** Writes down how it ended; where the database is away, as soon as it is back. */
  private async settle(request: IdempotentRequest, answer: KeptRow | null): Promise<void> {
    try {
      await (answer ? this.answers.ask(answer) : this.forget([request]));
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 503) throw error;
      if (!answer && mayHaveCommitted(error)) return;
      this.owed.set(nameOf(request), { request, answer });
      this.remind();
    }
  }

  private remind(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.pay().catch(() => this.remind());
    }, OWED_MS).unref();
  }

  /** One at a time: a key that was let go may be somebody else's the next moment. */
  private pay(): Promise<void> {
    return (this.paying ??= this.payAll().finally(() => (this.paying = undefined)));
  }

  private async payAll(): Promise<void> {
    const owed = [...this.owed.values()];
    const nothing = owed.filter(({ answer }) => answer === null);
    const done = (settled: typeof owed): void => {
      for (const { request } of settled) this.owed.delete(nameOf(request));
    };
    try {
      const answers = owed.flatMap(({ answer }) => answer ?? []);
      if (answers.length > 0) await this.keepAll(answers);
      if (nothing.length > 0) await this.forget(nothing.map(({ request }) => request));
      done(owed);
    } catch (error) {
      if (mayHaveCommitted(error)) done(nothing);
      throw error;
    }
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  /** Undefined: the key is ours now. */
  private async claim<T>(request: IdempotentRequest): Promise<KeptAnswer<T> | undefined> {
    const known = await this.claims.ask(request);
    if (known === 'ours') return undefined;
    if (!known) return refuse('platform.idempotency-running', { status: 409, retryAfter: 1 });
    if (known.request_hash !== request.requestHash) return refuse('platform.idempotency-mismatch', { status: 422 });
    if (known.dead) return refuse('platform.idempotency-unknown', { status: 409 });
    if (known.status === null || known.body === null) return refuse('platform.idempotency-running', { status: 409, retryAfter: 1 });
    return { status: known.status, body: unseal(this.secretOf(request), known.body) as T, replayed: true };
  }

  /** Claims the keys nobody has; answers for each `ours`, or how it stands with whoever has it (null: gone in this very moment). */
  private claimAll(requests: readonly IdempotentRequest[]): Promise<(KeyRow | 'ours' | null)[]> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      // The first of each; in one order, so that two processes never wait for each other.
      const first = [...new Map([...requests].reverse().map((request) => [nameOf(request), request])).values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
      const column = (of: (request: IdempotentRequest) => string): string[] => first.map(of);
      const claimed = await named<KeyName>(tx, 'platform.claim-keys', CLAIM, [column(({ scope }) => scope), column(({ key }) => key), column((each) => each.requestHash), now]);
      const ours = new Set(claimed.map(nameOf));
      const winners = new Set(first.filter((request) => ours.has(nameOf(request))));
      const others = requests.filter((request) => !winners.has(request));
      if (others.length === 0) return requests.map(() => 'ours');
      const found = await named<KeyRow & KeyName>(tx, 'platform.known-keys', KNOWN, [others.map(({ scope }) => scope), others.map(({ key }) => key), now]);
      const known = new Map(found.map((row) => [nameOf(row), row]));
      return requests.map((request) => (winners.has(request) ? 'ours' : (known.get(nameOf(request)) ?? null)));
    });
  }

  private keepAll(answers: readonly KeptRow[]): Promise<undefined[]> {
    const sorted = [...answers].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    const column = <T>(of: (answer: KeptRow) => T): T[] => sorted.map(of);
    return this.db.transaction(async (tx) => {
      const values = [column(({ scope }) => scope), column(({ key }) => key), column(({ status }) => status), column(({ body }) => body)];
      await named(tx, 'platform.keep-answers', KEEP, values);
      return answers.map(() => undefined);
    });
  }

  private secretOf(request: IdempotentRequest): string {
    return this.secrets.sign('idempotent-answer', `${request.scope} ${request.key}`);
  }

  private async forget(requests: readonly IdempotentRequest[]): Promise<void> {
    const names = [requests.map(({ scope }) => scope), requests.map(({ key }) => key)];
    await this.db.transaction((tx) => rows(tx, FORGET, names));
  }

  /** Removes answers older than 24 h. */
  async tidy(): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction((tx) =>
      rows(tx, `delete from platform.idempotency_key where created_at < $1::timestamptz - make_interval(hours => ${KEEP_HOURS})`, [now]),
    );
  }
}
