import { Injectable } from '@nestjs/common';
import { Clock, Db, Outbox, hashToken, newId, refuse, type Tx } from '@yoriai/platform';
import { AccessLog } from '../access-log/access-log.service.js';
import { PasskeyRepository, type PasskeyReader, type PasskeySummary } from './passkey.repository.js';
import { CHALLENGE_MS, LONGEST_NAME, MOST_PASSKEYS, isFresh, passkeyName, type Held } from './passkey.rules.js';
import { WebAuthn, transportsOf, type CreationOptions, type NewDevice } from './web-authn.js';

/** Whose devices; what a session says about the person. */
export interface PasskeyOwner {
  accountId: string;
  personId: string;
  sessionId: string;
  /** When they signed in: devices are changed by who did so a moment ago. */
  startedAt: Date;
  name: string;
  email: string;
  held?: Held | null;
}

const STATUS = { 'passkey.gone': 410, 'passkey.refused': 422, 'passkey.known': 409, 'passkey.too-many': 409, 'passkey.use-it': 403 } as const;

type Added = { id: string } | { refused: keyof typeof STATUS };

/** The devices by whose lock a person may sign in: adding, naming, removing. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly keys: PasskeyRepository,
    private readonly webAuthn: WebAuthn,
    private readonly outbox: Outbox,
    private readonly log: AccessLog,
  ) {}

  /** Devices of an account, the newest first. */
  list(tx: Tx, accountId: string): Promise<PasskeySummary[]> {
    return this.keys.list(tx, accountId);
  }

  /** Who is written to about the devices of an account. */
  ownerOf(tx: Tx, accountId: string): Promise<PasskeyReader | null> {
    return this.keys.ownerOf(tx, accountId);
  }

  /**
   * The question for a new device, bound to this browser and account for five minutes. Refuses `passkey.too-many` (409), and
   * `passkey.use-it` (403) where a letter alone is not enough to change them, `passkey.sign-in-again` (403) ten minutes after signing in.
   */
  async ask(owner: PasskeyOwner, browser: string): Promise<CreationOptions> {
    this.mayChange(owner);
    return this.db.transaction(async (tx) => {
      const known = await this.keys.credentialsOf(tx, owner.accountId);
      if (known.length >= MOST_PASSKEYS) refuse('passkey.too-many', { params: { most: MOST_PASSKEYS } });
      const options = await this.webAuthn.toAdd(owner, known);
      const { accountId } = owner;
      await this.keys.ask(tx, { id: newId(), challenge: options.challenge, browser, accountId, expiresAt: new Date(this.clock.now().getTime() + CHALLENGE_MS) });
      return options;
    });
  }

  /**
   * Adds the device that answered; its owner hears of it by a letter. The question is used up, whatever comes of it. Refuses
   * `passkey.name` (422), `passkey.gone` (410) for a question that was answered, is too old or was asked of somebody else,
   * `passkey.refused` (422), `passkey.known`, `passkey.too-many` (409), `passkey.use-it` (403).
   */
  async add(owner: PasskeyOwner, browser: string | null, typedName: string, answer: NewDevice): Promise<{ id: string }> {
    this.mayChange(owner);
    const name = passkeyName(typedName) ?? refuse('platform.invalid', { status: 422, fields: [{ field: 'name', code: 'passkey.name', params: { most: LONGEST_NAME } }] });
    // Refused after the commit: the question has to stay used up.
    const done = await this.db.transaction((tx) => this.tryToAdd(tx, owner, browser, name, answer));
    if ('id' in done) return done;
    return refuse(done.refused, { status: STATUS[done.refused], params: { most: MOST_PASSKEYS } });
  }

  private async tryToAdd(tx: Tx, { accountId, personId, held }: PasskeyOwner, browser: string | null, name: string, answer: NewDevice): Promise<Added> {
    const now = this.clock.now();
    const challenge = this.webAuthn.challengeOf(answer);
    if (challenge === null) return { refused: 'passkey.refused' };
    const asked = await this.keys.take(tx, challenge);
    const isOurs = asked?.accountId === accountId && browser !== null && hashToken(browser).equals(asked.browserHash);
    if (!asked || !isOurs || asked.expiresAt <= now) return { refused: 'passkey.gone' };
    const device = await this.webAuthn.added(answer, challenge);
    if (!device) return { refused: 'passkey.refused' };
    await this.keys.lockAccount(tx, accountId);
    const count = (await this.keys.credentialsOf(tx, accountId)).length;
    // They had none when they were asked: another of their letters was quicker.
    if (held === 'add-first' && count > 0) return { refused: 'passkey.use-it' };
    if (count >= MOST_PASSKEYS) return { refused: 'passkey.too-many' };
    const id = newId();
    const isNew = await this.keys.add(tx, { ...device, id, accountId, name, transports: transportsOf(answer.transports), createdAt: now });
    if (!isNew) return { refused: 'passkey.known' };
    await this.note(tx, { actorPersonId: personId, action: 'passkey.added', accountId, passkeyId: id });
    return { id };
  }

  /**
   * Removes one of one's own devices, and ends what else was begun by a device; its owner hears of it by a letter. Refuses `passkey.not-found` (404), `passkey.use-it` (403),
   * and `passkey.last` (409) for the last one unless `sure`.
   */
  async remove(owner: PasskeyOwner, id: string, sure: boolean): Promise<void> {
    this.mayChange(owner);
    const { accountId, personId, sessionId } = owner;
    await this.db.transaction(async (tx) => {
      await this.keys.lockAccount(tx, accountId);
      const left = await this.keys.list(tx, accountId);
      if (!left.some((each) => each.id === id)) refuse('passkey.not-found', { status: 404 });
      if (left.length === 1 && !sure) refuse('passkey.last');
      await this.keys.remove(tx, accountId, id);
      await this.keys.endSessions(tx, accountId, sessionId, this.clock.now());
      await this.note(tx, { actorPersonId: personId, action: 'passkey.removed', accountId, passkeyId: id });
    });
  }

  /** Removes all devices of an account and ends its sessions, for somebody who has lost theirs; the owner hears of it by a letter. Answers how many there were. */
  async reset(tx: Tx, by: { personId: string | null; reason: string }, accountId: string): Promise<number> {
    await this.keys.lockAccount(tx, accountId);
    const rowCount = await this.keys.removeAll(tx, accountId);
    if (rowCount === 0) return 0;
    await this.keys.endSessions(tx, accountId, null, this.clock.now());
    await this.log.add(tx, { actorPersonId: by.personId, action: 'passkey.reset', subject: `account:${accountId}`, reason: by.reason, rowCount });
    await this.outbox.add(tx, 'identity.passkey-changed', { accountId, passkeyId: null, change: 'reset' });
    return rowCount;
  }

  private async note(tx: Tx, change: { actorPersonId: string; action: 'passkey.added' | 'passkey.removed'; accountId: string; passkeyId: string }): Promise<void> {
    const { actorPersonId, action, accountId, passkeyId } = change;
    await this.log.add(tx, { actorPersonId, action, subject: `passkey:${passkeyId}` });
    await this.outbox.add(tx, 'identity.passkey-changed', { accountId, passkeyId, change: action === 'passkey.added' ? 'added' : 'removed' });
  }

  /** Whoever holds the mail of somebody with a device must not be able to swap the device, where that is asked for; nor who finds a browser in which somebody is still in. */
  private mayChange({ held, startedAt }: PasskeyOwner): void {
    if (held === 'use-it') refuse('passkey.use-it', { status: 403 });
    if (!isFresh(startedAt, this.clock.now())) refuse('passkey.sign-in-again', { status: 403 });
  }
}
