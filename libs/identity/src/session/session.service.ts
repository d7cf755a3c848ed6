import { Injectable } from '@nestjs/common';
import { Clock, hashToken, named, newId, newToken, refuse, rows, type Tx } from '@yoriai/platform';
import type { BeganBy, Held } from '../passkey/passkey.rules.js';
import { KEPT_DAYS_AFTER_END, STAFF_LIMITS, USUAL_LIMITS, expiryOf, sessionVerdict, wantsTouch, type SessionTimes } from './session.rules.js';

/** Who is behind a living session. */
export interface LivingSession {
  sessionId: string;
  accountId: string;
  personId: string;
  name: string;
  email: string;
  startedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  /** By what they signed in. */
  beganBy: BeganBy;
  /** Whether any device of theirs is known. */
  hasPasskey: boolean;
}

/** A living session, judged by the office of its person. */
export interface SignedIn extends LivingSession {
  /** Why it doesn't open what their office opens; `associations`, which knows the office, says so. */
  held: Held | null;
}

/** One line of "where am I signed in". */
export interface SessionSummary {
  id: string;
  userAgent: string | null;
  startedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

export type SessionEnd = 'signed-out' | 'revoked' | 'suspended' | 'replaced' | 'term-ended';

/** Long enough to tell two phones apart in the list. */
const MAX_USER_AGENT = 300;

@Injectable()
export class Sessions {
  constructor(private readonly clock: Clock) {}

  /** Begins a session. The token is given out once; only its hash is stored. Staff: 8 h, others 30 days at most. */
  async start(tx: Tx, accountId: string, facts: { userAgent?: string | undefined; staff?: boolean; beganBy?: BeganBy }): Promise<{ token: string; expiresAt: Date }> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = expiryOf(now, facts.staff ? STAFF_LIMITS : USUAL_LIMITS);
    await rows(
      tx,
      `insert into identity.session (id, account_id, token_hash, user_agent, started_at, last_seen_at, expires_at, began_by)
       values ($1, $2, $3, $4, $5, $5, $6, $7)`,
      [newId(), accountId, hashToken(token), facts.userAgent?.slice(0, MAX_USER_AGENT) ?? null, now, expiresAt, facts.beganBy ?? 'letter'],
    );
    return { token, expiresAt };
  }

  /** Whose session this token is; null when it is unknown, ended, too old or its account is suspended. */
  async byToken(tx: Tx, token: string): Promise<LivingSession | null> {
    const [session] = await named<LivingSession>(tx, 'identity.session-by-token', BY_TOKEN, [hashToken(token)]);
    const now = this.clock.now();
    if (!session || sessionVerdict(session, USUAL_LIMITS, now) !== 'alive') return null;
    return session;
  }

  /**
   * Holds a session to the limits of its person: staff sessions are cut to 8 h, also when the role came
   * after the sign-in. Answers whether it is still alive, and notes that it was seen.
   */
  async hold(tx: Tx, session: LivingSession, staff: boolean): Promise<boolean> {
    const limits = staff ? STAFF_LIMITS : USUAL_LIMITS;
    const now = this.clock.now();
    if (sessionVerdict(session, limits, now) !== 'alive') return false;
    const latest = expiryOf(session.startedAt, limits);
    const expiresAt = latest < session.expiresAt ? latest : session.expiresAt;
    if (expiresAt < session.expiresAt || wantsTouch(session, now)) {
      await rows(tx, 'update identity.session set last_seen_at = greatest(last_seen_at, $2), expires_at = least(expires_at, $3) where id = $1', [
        session.sessionId,
        now,
        expiresAt,
      ]);
    }
    return true;
  }

  /** The living sessions of an account, the latest first. */
  async list(tx: Tx, accountId: string): Promise<SessionSummary[]> {
    const now = this.clock.now();
    const all = await rows<SessionSummary & SessionTimes>(
      tx,
      `select id, user_agent as "userAgent", started_at as "startedAt", last_seen_at as "lastSeenAt",
         expires_at as "expiresAt", ended_at as "endedAt"
       from identity.session where account_id = $1 and ended_at is null and expires_at > $2
       order by last_seen_at desc, id limit 100`,
      [accountId, now],
    );
    return all
      .filter((session) => sessionVerdict(session, USUAL_LIMITS, now) === 'alive')
      .map(({ id, userAgent, startedAt, lastSeenAt, expiresAt }) => ({ id, userAgent, startedAt, lastSeenAt, expiresAt }));
  }

  /** Ends one session of an account. Refuses `session.not-found` (404) for another account's or an ended one. */
  async end(tx: Tx, accountId: string, sessionId: string, why: SessionEnd): Promise<void> {
    const ended = await rows(
      tx,
      `update identity.session set ended_at = $3, ended_why = $4
       where id = $1 and account_id = $2 and ended_at is null returning id`,
      [sessionId, accountId, this.clock.now(), why],
    );
    if (ended.length === 0) refuse('session.not-found', { status: 404 });
  }

  /** Ends the session of a token; nothing happens when there is none (signing out twice is fine). */
  async endByToken(tx: Tx, token: string, why: SessionEnd): Promise<void> {
    await rows(tx, 'update identity.session set ended_at = $2, ended_why = $3 where token_hash = $1 and ended_at is null', [
      hashToken(token),
      this.clock.now(),
      why,
    ]);
  }

  /** Removes sessions, and the names of their browsers, 30 days after they were ended or ran out. */
  async forget(tx: Tx): Promise<void> {
    await rows(tx, `delete from identity.session where least(ended_at, expires_at) < $1::timestamptz - make_interval(days => ${KEPT_DAYS_AFTER_END})`, [
      this.clock.now(),
    ]);
  }

  /** Ends all sessions of an account at once. */
  async endAllOf(tx: Tx, accountId: string, why: SessionEnd): Promise<void> {
    await rows(tx, 'update identity.session set ended_at = $2, ended_why = $3 where account_id = $1 and ended_at is null', [
      accountId,
      this.clock.now(),
      why,
    ]);
  }

  /** Ends the sessions of an account that began by a device, but for the one that asks. */
  async endBegunByDevice(tx: Tx, accountId: string, own: string): Promise<void> {
    await rows(
      tx,
      `update identity.session set ended_at = $3, ended_why = 'revoked'
       where account_id = $1 and ended_at is null and began_by = 'passkey' and id <> $2`,
      [accountId, own, this.clock.now()],
    );
  }
}

const BY_TOKEN = `
select session.id as "sessionId", session.account_id as "accountId", account.person_id as "personId", person.name, account.email,
  session.started_at as "startedAt", session.last_seen_at as "lastSeenAt", session.expires_at as "expiresAt", session.ended_at as "endedAt",
  session.began_by as "beganBy", exists (select from identity.passkey passkey where passkey.account_id = session.account_id) as "hasPasskey"
from identity.session session
join identity.account account on account.id = session.account_id
join identity.person person on person.id = account.person_id
where session.token_hash = $1 and session.ended_at is null and account.status = 'active'`;
