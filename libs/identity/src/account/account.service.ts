import { Injectable } from '@nestjs/common';
import { Clock, constraintRefusals, newId, refuse, rows, type Tx } from '@yoriai/platform';
import { AccessLog } from '../access-log/access-log.service.js';
import { normaliseEmail } from '../names/names.js';
import type { BeganBy } from '../passkey/passkey.rules.js';
import { People, type PersonInput } from '../person/person.service.js';
import { Sessions, type SessionEnd } from '../session/session.service.js';

constraintRefusals({
  account_one_per_email: 'account.email-taken',
  account_one_per_person: 'account.person-has-one',
});

/** A login: one verified mail address, one person. */
export interface Account {
  accountId: string;
  personId: string;
  email: string;
  status: 'active' | 'suspended';
}

export interface AccountInput extends PersonInput {
  email: string;
  /** The person who gets the login; without it a person is made. */
  personId?: string | undefined;
}

/** The browser that signs in; `previousToken` is a session it still holds. */
export interface EnterFacts {
  userAgent?: string | undefined;
  previousToken?: string | undefined;
}

/** A session that has just begun. */
export interface SignedInNow {
  /** For the cookie; never in a body or an address. */
  token: string;
  expiresAt: Date;
  accountId: string;
  personId: string;
}

interface AccountRow {
  id: string;
  person_id: string;
  email: string;
  status: 'active' | 'suspended';
}

@Injectable()
export class Accounts {
  constructor(
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  /**
   * The account of a mail address that its owner has proved; made, with its person, when there is none.
   * An existing account keeps its person and name. Refuses `contact.email` (422).
   */
  async ensure(tx: Tx, input: AccountInput): Promise<{ accountId: string; personId: string; isNew: boolean }> {
    const verdict = normaliseEmail(input.email);
    if (!verdict.ok) return refuse('platform.invalid', { status: 422, fields: [{ field: 'email', code: verdict.code }] });
    // Two letters to one new address may be answered at the same moment: the second waits and finds the account.
    await rows(tx, `select pg_advisory_xact_lock(hashtextextended('identity.account:' || $1, 0))`, [verdict.value]);
    const known = await this.byEmail(tx, verdict.value);
    if (known) return { accountId: known.accountId, personId: known.personId, isNew: false };
    const personId = input.personId ?? (await this.people.add(tx, { ...input, email: verdict.value }));
    const accountId = newId();
    await rows(tx, `insert into identity.account (id, person_id, email, status, created_at) values ($1, $2, $3, 'active', $4)`, [
      accountId,
      personId,
      verdict.value,
      this.clock.now(),
    ]);
    return { accountId, personId, isNew: true };
  }

  /** Signs in whoever has proved the address: {@link ensure}, then a new session; the browser's old one ends (ASVS 7.2.4). */
  async enter(tx: Tx, input: AccountInput, facts: EnterFacts): Promise<SignedInNow> {
    const { accountId, personId } = await this.ensure(tx, input);
    if (input.language) await this.people.speak(tx, personId, input.language);
    return this.begin(tx, { accountId, personId }, facts, 'letter');
  }

  /** A new session of whoever has proved to be the owner of this account; the browser's old one ends. */
  async begin(tx: Tx, { accountId, personId }: Pick<Account, 'accountId' | 'personId'>, facts: EnterFacts, beganBy: BeganBy): Promise<SignedInNow> {
    if (facts.previousToken) await this.sessions.endByToken(tx, facts.previousToken, 'replaced');
    const session = await this.sessions.start(tx, accountId, { userAgent: facts.userAgent, beganBy });
    const how = beganBy === 'passkey' ? { reason: 'passkey' } : {};
    await this.log.add(tx, { actorPersonId: personId, action: 'session.started', subject: `account:${accountId}`, ...how });
    return { ...session, accountId, personId };
  }

  /** The account of a normalised address, suspended or not. */
  async byEmail(tx: Tx, email: string): Promise<Account | null> {
    const [row] = await rows<AccountRow>(tx, 'select id, person_id, email, status from identity.account where email = $1', [email]);
    return row ? toAccount(row) : null;
  }

  /** The account of a person, if there is one. */
  async ofPerson(tx: Tx, personId: string): Promise<Account | null> {
    const [row] = await rows<AccountRow>(tx, 'select id, person_id, email, status from identity.account where person_id = $1', [personId]);
    return row ? toAccount(row) : null;
  }

  /** Stops a login: its sessions end at once, new ones are refused. Refuses `account.not-found` (404), `account.already-suspended`. */
  async suspend(tx: Tx, by: { personId: string; reason: string }, accountId: string): Promise<void> {
    await this.changeStanding(tx, by, accountId, 'suspended');
    await this.sessions.endAllOf(tx, accountId, 'suspended');
  }

  /** Opens a stopped login again. Refuses `account.not-found` (404), `account.not-suspended`. */
  async reinstate(tx: Tx, by: { personId: string; reason: string }, accountId: string): Promise<void> {
    await this.changeStanding(tx, by, accountId, 'reinstated');
  }

  /** Ends every session of a person at once, e.g. when their role ends this minute (ASVS 7.4.2). */
  async signOutEverywhere(tx: Tx, personId: string, why: SessionEnd): Promise<void> {
    const account = await this.ofPerson(tx, personId);
    if (account) await this.sessions.endAllOf(tx, account.accountId, why);
  }

  private async changeStanding(
    tx: Tx,
    by: { personId: string; reason: string },
    accountId: string,
    standing: 'suspended' | 'reinstated',
  ): Promise<void> {
    const status = standing === 'suspended' ? 'suspended' : 'active';
    const [row] = await rows<AccountRow>(tx, 'select id, person_id, email, status from identity.account where id = $1 for update', [accountId]);
    if (!row) return refuse('account.not-found', { status: 404 });
    if (row.status === status) return refuse(standing === 'suspended' ? 'account.already-suspended' : 'account.not-suspended');
    await rows(tx, 'update identity.account set status = $2 where id = $1', [accountId, status]);
    await rows(
      tx,
      'insert into identity.account_standing (id, account_id, standing, by_person_id, reason, at) values ($1, $2, $3, $4, $5, $6)',
      [newId(), accountId, standing, by.personId, by.reason, this.clock.now()],
    );
  }
}

function toAccount(row: AccountRow): Account {
  return { accountId: row.id, personId: row.person_id, email: row.email, status: row.status };
}
