import { Injectable } from '@nestjs/common';
import { hashToken, rows, type Tx } from '@yoriai/platform';
import type { Language } from '../person/language.js';
import { MOST_PASSKEYS } from './passkey.rules.js';
import type { KnownDevice } from './web-authn.js';

/** One line of "with which devices can I sign in". */
export interface PasskeySummary {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** Who is written to when a device was added or removed. */
export interface PasskeyReader {
  email: string;
  personId: string;
  language: Language;
}

/** A key and whose it is; never leaves the context. */
export interface PasskeyRow {
  id: string;
  accountId: string;
  personId: string;
  suspended: boolean;
  credentialId: Buffer;
  publicKey: Buffer;
  counter: number;
}

export interface NewPasskey extends Pick<PasskeyRow, 'id' | 'accountId' | 'credentialId' | 'publicKey' | 'counter'> {
  transports: readonly string[];
  name: string;
  createdAt: Date;
}

/** A question that was asked; it is gone from the table when it is read. */
export interface TakenChallenge {
  id: string;
  browserHash: Buffer;
  accountId: string | null;
  expiresAt: Date;
}

@Injectable()
export class PasskeyRepository {
  async ask(tx: Tx, asked: { id: string; challenge: string; browser: string; accountId: string | null; expiresAt: Date }): Promise<void> {
    const { id, challenge, browser, accountId, expiresAt } = asked;
    await rows(tx, 'insert into identity.passkey_challenge (id, challenge_hash, browser_hash, account_id, expires_at) values ($1, $2, $3, $4, $5)', [
      id, hashToken(challenge), hashToken(browser), accountId, expiresAt,
    ]);
  }

  /** Takes a question out of the table: of twenty who answer it at once, one finds it. */
  async take(tx: Tx, challenge: string): Promise<TakenChallenge | null> {
    const [taken] = await rows<TakenChallenge>(
      tx,
      `delete from identity.passkey_challenge where challenge_hash = $1
       returning id, browser_hash as "browserHash", account_id as "accountId", expires_at as "expiresAt"`,
      [hashToken(challenge)],
    );
    return taken ?? null;
  }

  /** One at a time for an account: the tenth device is the last, also when two come together. */
  async lockAccount(tx: Tx, accountId: string): Promise<void> {
    await rows(tx, 'select 1 from identity.account where id = $1 for update', [accountId]);
  }

  /** False where the key is known already. */
  async add(tx: Tx, key: NewPasskey): Promise<boolean> {
    const { id, accountId, credentialId, publicKey, counter, transports, name, createdAt } = key;
    const added = await rows(
      tx,
      `insert into identity.passkey (id, account_id, credential_id, public_key, counter, transports, name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing returning id`,
      [id, accountId, credentialId, publicKey, counter, transports, name, createdAt],
    );
    return added.length > 0;
  }

  /** Whose devices an account's are: where they are written to, and in which language. */
  async ownerOf(tx: Tx, accountId: string): Promise<PasskeyReader | null> {
    const [owner] = await rows<PasskeyReader>(
      tx,
      `select account.email, account.person_id as "personId", person.language
       from identity.account account join identity.person person on person.id = account.person_id where account.id = $1`,
      [accountId],
    );
    return owner ?? null;
  }

  /** Locks the key that a device says it is. */
  async lockByCredential(tx: Tx, credentialId: Buffer): Promise<PasskeyRow | null> {
    const [row] = await rows<Omit<PasskeyRow, 'counter'> & { counter: string }>(
      tx,
      `select passkey.id, passkey.account_id as "accountId", account.person_id as "personId", account.status = 'suspended' as suspended,
         passkey.credential_id as "credentialId", passkey.public_key as "publicKey", passkey.counter
       from identity.passkey passkey join identity.account account on account.id = passkey.account_id
       where passkey.credential_id = $1 for update of passkey`,
      [credentialId],
    );
    return row ? { ...row, counter: Number(row.counter) } : null;
  }

  async used(tx: Tx, id: string, counter: number, now: Date): Promise<void> {
    await rows(tx, 'update identity.passkey set counter = $2, last_used_at = $3 where id = $1', [id, counter, now]);
  }

  /** Devices of an account, the newest first. */
  list(tx: Tx, accountId: string): Promise<PasskeySummary[]> {
    return rows<PasskeySummary>(
      tx,
      `select id, name, created_at as "createdAt", last_used_at as "lastUsedAt" from identity.passkey
       where account_id = $1 order by created_at desc, id desc limit ${MOST_PASSKEYS}`,
      [accountId],
    );
  }

  /** What a new device is told that it must not be. */
  credentialsOf(tx: Tx, accountId: string): Promise<KnownDevice[]> {
    return rows<KnownDevice>(tx, 'select credential_id as "credentialId", transports from identity.passkey where account_id = $1', [accountId]);
  }

  /** Removes one device of the account; false where it has none of this id. */
  async remove(tx: Tx, accountId: string, id: string): Promise<boolean> {
    return (await rows(tx, 'delete from identity.passkey where account_id = $1 and id = $2 returning id', [accountId, id])).length > 0;
  }

  /** Removes all of them; answers how many there were. */
  async removeAll(tx: Tx, accountId: string): Promise<number> {
    return (await rows(tx, 'delete from identity.passkey where account_id = $1 returning id', [accountId])).length;
  }
}
