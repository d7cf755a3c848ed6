import { Injectable } from '@nestjs/common';
import { Clock, Db, RateLimits, hashToken, newId, type Tx } from '@yoriai/platform';
import type { Asker } from '../sign-in/sign-in.service.js';
import { PasskeyRepository } from './passkey.repository.js';
import { CHALLENGES_BY_ACCOUNT, CHALLENGES_BY_PLACE, CHALLENGE_MS } from './passkey.rules.js';
import { WebAuthn, type CreationOptions, type KnownDevice, type RequestOptions } from './web-authn.js';

/** A question that an answer is about; or why it is about none that may still be answered here. */
export type Answered = { id: string; challenge: string } | { refused: 'passkey.gone' | 'passkey.refused' };

/** Questions to browsers: each is bound to one for five minutes, and to the account for a new device, and is answered once. */
@Injectable()
export class PasskeyQuestions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly keys: PasskeyRepository,
    private readonly webAuthn: WebAuthn,
  ) {}

  /** A question for whoever wants in; nobody knows yet of which account. Refuses `platform.too-often` (429) for a place that asks for too many. */
  async atDoor(asker: Asker): Promise<RequestOptions> {
    await this.limits.hit(CHALLENGES_BY_PLACE, asker.from);
    const options = await this.webAuthn.toEnter();
    await this.keep(options.challenge, asker.browser, null);
    return options;
  }

  /** A question for a new device. Refuses `platform.too-often` (429) for an account that asks for too many. */
  async toAdd(owner: { accountId: string; name: string; email: string }, known: readonly KnownDevice[], browser: string): Promise<CreationOptions> {
    await this.limits.hit(CHALLENGES_BY_ACCOUNT, owner.accountId);
    const options = await this.webAuthn.toAdd(owner, known);
    await this.keep(options.challenge, browser, owner.accountId);
    return options;
  }

  private keep(challenge: string, browser: string, accountId: string | null): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + CHALLENGE_MS);
    return this.db.transaction((tx) => this.keys.ask(tx, { id: newId(), challenge, browser, accountId, expiresAt }));
  }

  /** Uses up the question that is answered, whatever comes of it. */
  async answered(tx: Tx, answer: { clientDataJson: string }, browser: string | null, accountId: string | null): Promise<Answered> {
    const challenge = this.webAuthn.challengeOf(answer);
    if (challenge === null) return { refused: 'passkey.refused' };
    const asked = await this.keys.take(tx, challenge);
    const isOurs = asked?.accountId === accountId && browser !== null && hashToken(browser).equals(asked.browserHash);
    if (!asked || !isOurs || asked.expiresAt <= this.clock.now()) return { refused: 'passkey.gone' };
    return { id: asked.id, challenge };
  }
}
