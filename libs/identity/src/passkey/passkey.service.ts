import { Injectable } from '@nestjs/common';
import { Clock, Db, newId, refuse, type Tx } from '@yoriai/platform';
import { PasskeyChanges } from './passkey-changes.service.js';
import { PasskeyQuestions } from './passkey-questions.service.js';
import { PasskeyRepository, type PasskeyReader, type PasskeySummary } from './passkey.repository.js';
import { LONGEST_NAME, MOST_PASSKEYS, isFresh, ownName, passkeyName, type Held } from './passkey.rules.js';
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
  held: Held | null;
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
    private readonly questions: PasskeyQuestions,
    private readonly changes: PasskeyChanges,
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
   * `passkey.use-it` (403) where a letter alone is not enough to change them, `passkey.sign-in-again` (403) ten minutes after signing in,
   * `platform.too-often` (429) for an account that asks for too many.
   */
  async ask(owner: PasskeyOwner, browser: string): Promise<CreationOptions> {
    this.mayChange(owner);
    const known = await this.db.read((tx) => this.keys.credentialsOf(tx, owner.accountId));
    if (known.length >= MOST_PASSKEYS) refuse('passkey.too-many', { params: { most: MOST_PASSKEYS } });
    return this.questions.toAdd(owner, known, browser);
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
    const asked = await this.questions.answered(tx, answer, browser, accountId);
    if ('refused' in asked) return asked;
    const device = await this.webAuthn.added(answer, asked.challenge);
    if (!device) return { refused: 'passkey.refused' };
    await this.keys.lockAccount(tx, accountId);
    const others = await this.keys.list(tx, accountId);
    // They had none when they were asked: another of their letters was quicker.
    if (held === 'add-first' && others.length > 0) return { refused: 'passkey.use-it' };
    if (others.length >= MOST_PASSKEYS) return { refused: 'passkey.too-many' };
    const id = newId();
    const called = ownName(name, others.map((other) => other.name));
    const isNew = await this.keys.add(tx, { ...device, id, accountId, name: called, transports: transportsOf(answer.transports), createdAt: this.clock.now() });
    if (!isNew) return { refused: 'passkey.known' };
    await this.changes.added(tx, { accountId, personId, passkeyId: id });
    return { id };
  }

  /**
   * Removes one of one's own devices, and ends what else was begun by a device; its owner hears of it by a letter. Refuses `passkey.not-found` (404), `passkey.use-it` (403),
   * and unless `sure` `passkey.last` (409) for the last one, `passkey.alike` (409) for one of several of the same name.
   */
  async remove(owner: PasskeyOwner, id: string, sure: boolean): Promise<void> {
    this.mayChange(owner);
    const { accountId, personId, sessionId } = owner;
    await this.db.transaction(async (tx) => {
      await this.keys.lockAccount(tx, accountId);
      const left = await this.keys.list(tx, accountId);
      const { name } = left.find((each) => each.id === id) ?? refuse('passkey.not-found', { status: 404 });
      if (left.length === 1 && !sure) refuse('passkey.last');
      if (left.some((each) => each.id !== id && each.name === name) && !sure) refuse('passkey.alike');
      await this.keys.remove(tx, accountId, id);
      await this.changes.removed(tx, { accountId, personId, passkeyId: id }, sessionId);
    });
  }

  /** Removes all devices of an account and ends its sessions, for somebody who has lost theirs; the owner hears of it by a letter. Answers how many there were. */
  async reset(tx: Tx, by: { personId: string | null; reason: string }, accountId: string): Promise<number> {
    await this.keys.lockAccount(tx, accountId);
    const rowCount = await this.keys.removeAll(tx, accountId);
    if (rowCount === 0) return 0;
    await this.changes.reset(tx, by, accountId, rowCount);
    return rowCount;
  }

  /** Whoever holds the mail of somebody with a device must not be able to swap the device, where that is asked for; nor who finds a browser in which somebody is still in. */
  private mayChange({ held, startedAt }: PasskeyOwner): void {
    if (held === 'use-it') refuse('passkey.use-it', { status: 403 });
    if (!isFresh(startedAt, this.clock.now())) refuse('passkey.sign-in-again', { status: 403 });
  }
}
