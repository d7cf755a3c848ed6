import { Injectable } from '@nestjs/common';
import { RateLimits, rows, type Tx } from '@yoriai/platform';
import type { Language } from '../person/language.js';
import { AccessLog } from '../access-log/access-log.service.js';
import { ASKED_BY_PLACE, CODES_BY_PLACE, KEPT_DAYS, type EarlierRequests, type SignInState } from './sign-in.rules.js';

/** The row; never leaves the context. */
export interface SignInRow {
  id: string;
  email: string;
  browserHash: Buffer;
  linkHash: Buffer;
  codeHash: Buffer;
  state: SignInState;
  tries: number;
  name: string | null;
  kana: string | null;
  phone: string | null;
  /** The language of the page that asked. */
  language: Language;
  requestedAt: Date;
  expiresAt: Date;
}

/** A new row also says by whom the letter was asked for, as a keyed hash. */
export interface NewSignInRow extends SignInRow {
  askedFrom: string;
}

const COLUMNS = `id, email, browser_hash as "browserHash", link_hash as "linkHash", code_hash as "codeHash", state, tries,
  name, kana, phone, language, requested_at as "requestedAt", expires_at as "expiresAt"`;

@Injectable()
export class SignInRepository {
  constructor(
    private readonly limits: RateLimits,
    private readonly log: AccessLog,
  ) {}

  /** Writes down that somebody was not let in, and why. */
  noteRefusal(tx: Tx, id: string, reason: string): Promise<void> {
    return this.log.add(tx, { actorPersonId: null, action: 'session.refused', subject: `sign-in-request:${id}`, reason });
  }

  /** Counts a letter asked for by a place. Refuses `platform.too-often` (429). */
  countAsking(from: string): Promise<void> {
    return this.limits.hit(ASKED_BY_PLACE, from);
  }

  /** Counts a code brought by a place. Refuses `platform.too-often` (429). */
  countCode(from: string): Promise<void> {
    return this.limits.hit(CODES_BY_PLACE, from);
  }

  /** The code was right: nobody guessed. */
  forgiveCode(from: string): Promise<void> {
    return this.limits.forgive(CODES_BY_PLACE, from);
  }

  /** One address at a time: a hundred requests at once must not slip past the limit together. */
  async lockEmail(tx: Tx, email: string): Promise<void> {
    await rows(tx, `select pg_advisory_xact_lock(hashtextextended('identity.sign-in:' || $1, 0))`, [email]);
  }

  async add(tx: Tx, request: NewSignInRow): Promise<void> {
    const { id, email, browserHash, linkHash, codeHash, state, name, kana, phone, language, requestedAt, expiresAt, askedFrom } = request;
    await rows(
      tx,
      `insert into identity.sign_in_request
         (id, email, browser_hash, link_hash, code_hash, state, name, kana, phone, language, requested_at, expires_at, asked_from)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [id, email, browserHash, linkHash, codeHash, state, name, kana, phone, language, requestedAt, expiresAt, askedFrom],
    );
  }

  /** Only requests of the same browser die: a stranger who types my address can't kill the code I wait for. */
  async supersede(tx: Tx, email: string, browserHash: Buffer, now: Date): Promise<void> {
    await rows(
      tx,
      `update identity.sign_in_request set state = 'superseded', closed_at = $3
       where email = $1 and browser_hash = $2 and state = 'open'`,
      [email, browserHash, now],
    );
  }

  /** Letters of the last quarter of an hour and of the last day to this address: all, from here, by this browser; and whether this browser has signed in with it. */
  async earlier(
    tx: Tx,
    email: string,
    asker: { browserHash: Buffer; askedFrom: string },
    now: Date,
  ): Promise<Record<'all' | 'here' | 'own', EarlierRequests> & { knownBrowser: boolean }> {
    const [count] = await rows<Record<'all_quarter' | 'all_day' | 'here_quarter' | 'here_day' | 'own_quarter' | 'own_day' | 'own_used', number>>(
      tx,
      `select
         count(*) filter (where sent and quarter)::int as all_quarter,
         count(*) filter (where sent and day)::int as all_day,
         count(*) filter (where sent and quarter and here)::int as here_quarter,
         count(*) filter (where sent and day and here)::int as here_day,
         count(*) filter (where sent and quarter and own)::int as own_quarter,
         count(*) filter (where sent and day and own)::int as own_day,
         count(*) filter (where own and state = 'used')::int as own_used
       from (
         select state, state <> 'unsent' as sent, browser_hash = $2 as own, asked_from = $4 as here,
           requested_at > $3::timestamptz - interval '15 minutes' as quarter,
           requested_at > $3::timestamptz - interval '1 day' as day
         from identity.sign_in_request where email = $1 and requested_at > $3::timestamptz - make_interval(days => ${KEPT_DAYS.used})
       ) request`,
      [email, asker.browserHash, now, asker.askedFrom],
    );
    return {
      all: { quarterHour: count?.all_quarter ?? 0, day: count?.all_day ?? 0 },
      here: { quarterHour: count?.here_quarter ?? 0, day: count?.here_day ?? 0 },
      own: { quarterHour: count?.own_quarter ?? 0, day: count?.own_day ?? 0 },
      knownBrowser: (count?.own_used ?? 0) > 0,
    };
  }

  async forget(tx: Tx, now: Date): Promise<void> {
    await rows(tx, 'delete from identity.passkey_challenge where expires_at <= $1', [now]);
    await rows(
      tx,
      `delete from identity.sign_in_request
       where requested_at < $1::timestamptz - make_interval(days => case when state = 'used' then ${KEPT_DAYS.used} else ${KEPT_DAYS.other} end)`,
      [now],
    );
  }

  async byId(tx: Tx, id: string): Promise<SignInRow | null> {
    const [row] = await rows<SignInRow>(tx, `select ${COLUMNS} from identity.sign_in_request where id = $1`, [id]);
    return row ?? null;
  }

  /** Locks the request: of twenty who bring the same code at once, one finds it open. */
  async lock(tx: Tx, id: string): Promise<SignInRow | null> {
    const [row] = await rows<SignInRow>(tx, `select ${COLUMNS} from identity.sign_in_request where id = $1 for update`, [id]);
    return row ?? null;
  }

  async byLinkHash(tx: Tx, linkHash: Buffer): Promise<SignInRow | null> {
    const [row] = await rows<SignInRow>(tx, `select ${COLUMNS} from identity.sign_in_request where link_hash = $1`, [linkHash]);
    return row ?? null;
  }

  async settle(tx: Tx, id: string, next: { state: SignInState; tries: number }, now: Date): Promise<void> {
    await rows(
      tx,
      `update identity.sign_in_request set state = $2, tries = $3, closed_at = case when $2 = 'open' then null else $4::timestamptz end where id = $1`,
      [id, next.state, next.tries, now],
    );
  }
}
