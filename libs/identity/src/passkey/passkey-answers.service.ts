import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@yoriai/platform';
import { PasskeyRepository, type PasskeyRow } from './passkey.repository.js';
import { countsOn } from './passkey.rules.js';
import { WebAuthn, type DeviceAnswer } from './web-authn.js';

/** Whose key answered rightly; or the reason for the log. */
export type Judged = { key: PasskeyRow } | { why: string; about: string };

/** What comes of a device's answer at the entrance. */
@Injectable()
export class PasskeyAnswers {
  constructor(
    private readonly clock: Clock,
    private readonly keys: PasskeyRepository,
    private readonly webAuthn: WebAuthn,
  ) {}

  /** Judges an answer; a right one is counted at its key. */
  async judge(tx: Tx, answer: DeviceAnswer, asked: { id: string; challenge: string }): Promise<Judged> {
    const key = await this.keys.lockByCredential(tx, Buffer.from(answer.credentialId, 'base64url'));
    if (!key) return { why: 'passkey.unknown', about: `passkey-challenge:${asked.id}` };
    const about = `passkey:${key.id}`;
    const entered = await this.webAuthn.entered(answer, asked.challenge, key);
    const isOwner = answer.userHandle === undefined || Buffer.from(answer.userHandle, 'base64url').toString() === key.accountId;
    if (!entered || !isOwner) return { why: 'passkey.wrong', about };
    if (!countsOn(key.counter, entered.counter)) return { why: 'passkey.counter-went-back', about };
    if (key.suspended) return { why: 'account.suspended', about };
    await this.keys.used(tx, key.id, entered.counter, this.clock.now());
    return { key };
  }
}
