import { Injectable } from '@nestjs/common';
import { Clock, Db, RateLimits, hashToken, newId, refuse, type Tx } from '@yoriai/platform';
import { AccessLog } from '../access-log/access-log.service.js';
import { Accounts, type EnterFacts, type SignedInNow } from '../account/account.service.js';
import type { Asker } from '../sign-in/sign-in.service.js';
import { PasskeyRepository, type PasskeyRow, type TakenChallenge } from './passkey.repository.js';
import { CHALLENGES_BY_PLACE, CHALLENGE_MS, PASSKEYS_BY_PLACE, countsOn } from './passkey.rules.js';
import { WebAuthn, type DeviceAnswer, type RequestOptions } from './web-authn.js';

type Completion = SignedInNow | { refused: 'passkey.gone' | 'passkey.refused' };

/** What came of an answer: the key and its new count, or the reason for the log. */
type Judged = { key: PasskeyRow; counter: number } | { why: string; about: string };

/** What a judged answer leads to: a session, or a line in the log. */
@Injectable()
export class PasskeyEntrance {
  constructor(
    private readonly accounts: Accounts,
    private readonly log: AccessLog,
  ) {}

  enter(tx: Tx, owner: Pick<PasskeyRow, 'accountId' | 'personId'>, facts: EnterFacts): Promise<SignedInNow> {
    return this.accounts.begin(tx, owner, facts, 'passkey');
  }

  refused(tx: Tx, { why, about }: { why: string; about: string }): Promise<void> {
    return this.log.add(tx, { actorPersonId: null, action: 'session.refused', subject: about, reason: why });
  }
}

/** Signing in by the lock of one's own device. */
@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly keys: PasskeyRepository,
    private readonly webAuthn: WebAuthn,
    private readonly entrance: PasskeyEntrance,
  ) {}

  /** A question for whoever wants in, bound to this browser for five minutes. It says nothing about anybody. Refuses `platform.too-often` (429). */
  async ask(asker: Asker): Promise<RequestOptions> {
    await this.limits.hit(CHALLENGES_BY_PLACE, asker.from);
    const options = await this.webAuthn.toEnter();
    const expiresAt = new Date(this.clock.now().getTime() + CHALLENGE_MS);
    await this.db.transaction((tx) => this.keys.ask(tx, { id: newId(), challenge: options.challenge, browser: asker.browser, accountId: null, expiresAt }));
    return options;
  }

  /**
   * Signs in whose device answered rightly, once. Refuses `passkey.gone` (410) for a question that was answered, is too old or was
   * asked of another browser; `passkey.refused` (422), the same for an unknown device, a wrong answer, a count that went back
   * and a stopped login; `platform.too-often` (429) for a place from which too many wrong answers came.
   */
  async enter(answer: DeviceAnswer, asker: Asker<string | null>, facts: EnterFacts = {}): Promise<SignedInNow> {
    // Counted before anything is compared; a right answer is given back.
    await this.limits.hit(PASSKEYS_BY_PLACE, asker.from);
    // Refused after the commit: the question has to stay used up, and the line in the log.
    const done = await this.db.transaction((tx) => this.tryOnce(tx, answer, asker.browser, facts));
    if ('refused' in done) return refuse(done.refused, { status: done.refused === 'passkey.gone' ? 410 : 422 });
    await this.limits.forgive(PASSKEYS_BY_PLACE, asker.from);
    return done;
  }

  private async tryOnce(tx: Tx, answer: DeviceAnswer, browser: string | null, facts: EnterFacts): Promise<Completion> {
    const challenge = this.webAuthn.challengeOf(answer);
    if (challenge === null) return { refused: 'passkey.refused' };
    const asked = await this.keys.take(tx, challenge);
    const isOurs = asked?.accountId === null && browser !== null && hashToken(browser).equals(asked.browserHash);
    if (!asked || !isOurs || asked.expiresAt <= this.clock.now()) return { refused: 'passkey.gone' };
    const judged = await this.judge(tx, answer, challenge, asked);
    if ('why' in judged) {
      await this.entrance.refused(tx, judged);
      return { refused: 'passkey.refused' };
    }
    await this.keys.used(tx, judged.key.id, judged.counter, this.clock.now());
    return this.entrance.enter(tx, judged.key, facts);
  }

  private async judge(tx: Tx, answer: DeviceAnswer, challenge: string, asked: TakenChallenge): Promise<Judged> {
    const key = await this.keys.lockByCredential(tx, Buffer.from(answer.credentialId, 'base64url'));
    if (!key) return { why: 'passkey.unknown', about: `passkey-challenge:${asked.id}` };
    const about = `passkey:${key.id}`;
    const entered = await this.webAuthn.entered(answer, challenge, key);
    const isOwner = answer.userHandle === undefined || Buffer.from(answer.userHandle, 'base64url').toString() === key.accountId;
    if (!entered || !isOwner) return { why: 'passkey.wrong', about };
    if (!countsOn(key.counter, entered.counter)) return { why: 'passkey.counter-went-back', about };
    return key.suspended ? { why: 'account.suspended', about } : { key, counter: entered.counter };
  }
}
