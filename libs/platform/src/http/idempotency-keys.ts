import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Db } from '../database/db.js';
import { named, rows } from '../database/tx.js';
import { Gathering } from '../gathering/gathering.js';

/** How long an answer is kept (hours), and how long a first caller may work before it counts as dead (seconds). */
const KEEP_HOURS = 24;
const WORKING_SECONDS = 60;

/** A key in the table: `scope` = who asks for what, hashed, because a route may carry somebody's ticket. */
export interface KeyName {
  scope: string;
  key: string;
}

/** A key that is claimed for a request of this fingerprint. */
export interface KeyClaim extends KeyName {
  requestHash: string;
}

/** An answer under its key; `body` is sealed. */
export interface KeptRow extends KeyName {
  status: number;
  body: string;
}

/** How it stands with a key that somebody has. `dead`: its first caller has been silent for a minute. */
export interface KnownKey {
  request_hash: string;
  status: number | null;
  body: string | null;
  dead: boolean;
}

/** What tells keys apart. */
export const nameOf = ({ scope, key }: KeyName): string => `${scope} ${key}`;

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

/** The table of keys: who has claimed one, and what was answered under it. */
@Injectable()
export class IdempotencyKeys {
  private readonly claims = new Gathering<KeyClaim, KnownKey | 'ours' | null>({ ...GATHER, work: (claims) => this.claimAll(claims) });
  private readonly answers = new Gathering<KeptRow, undefined>({ ...GATHER, work: (answers) => this.keepAll(answers) });

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** `ours` for a key that nobody has, or how it stands with whoever has it (null: gone in this very moment). */
  claim(claim: KeyClaim): Promise<KnownKey | 'ours' | null> {
    return this.claims.ask(claim);
  }

  /** Writes an answer down. The same answer again changes nothing. */
  async keep(answer: KeptRow): Promise<void> {
    await this.answers.ask(answer);
  }

  /** Lets keys without an answer go. */
  async forget(names: readonly KeyName[]): Promise<void> {
    const values = [names.map(({ scope }) => scope), names.map(({ key }) => key)];
    await this.db.transaction((tx) => rows(tx, FORGET, values));
  }

  /** Removes keys older than 24 h. */
  async tidy(): Promise<void> {
    const old = `delete from platform.idempotency_key where created_at < $1::timestamptz - make_interval(hours => ${KEEP_HOURS})`;
    await this.db.transaction((tx) => rows(tx, old, [this.clock.now()]));
  }

  private claimAll(requests: readonly KeyClaim[]): Promise<(KnownKey | 'ours' | null)[]> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      // The first of each; in one order, so that two processes never wait for each other.
      const first = [...new Map([...requests].reverse().map((request) => [nameOf(request), request])).values()].sort(byName);
      const column = (of: (request: KeyClaim) => string): string[] => first.map(of);
      const claimed = await named<KeyName>(tx, 'platform.claim-keys', CLAIM, [column(({ scope }) => scope), column(({ key }) => key), column((each) => each.requestHash), now]);
      const ours = new Set(claimed.map(nameOf));
      const winners = new Set(first.filter((request) => ours.has(nameOf(request))));
      const others = requests.filter((request) => !winners.has(request));
      if (others.length === 0) return requests.map(() => 'ours');
      const found = await named<KnownKey & KeyName>(tx, 'platform.known-keys', KNOWN, [others.map(({ scope }) => scope), others.map(({ key }) => key), now]);
      const known = new Map(found.map((row) => [nameOf(row), row]));
      return requests.map((request) => (winners.has(request) ? 'ours' : (known.get(nameOf(request)) ?? null)));
    });
  }

  /** One statement, which commits by itself: written down twice it is the same, so a broken line leaves no doubt. */
  private async keepAll(answers: readonly KeptRow[]): Promise<undefined[]> {
    const sorted = [...answers].sort(byName);
    const column = <T>(of: (answer: KeptRow) => T): T[] => sorted.map(of);
    await this.db.alone(KEEP, [column(({ scope }) => scope), column(({ key }) => key), column(({ status }) => status), column(({ body }) => body)], 'platform.keep-answers');
    return answers.map(() => undefined);
  }
}

function byName(a: KeyName, b: KeyName): number {
  return nameOf(a) < nameOf(b) ? -1 : 1;
}
