import { Injectable } from '@nestjs/common';
import { Db, RateLimits, refuse, type Tx } from '@yoriai/platform';
import { AccessLog } from '../access-log/access-log.service.js';
import { Accounts, type EnterFacts, type SignedInNow } from '../account/account.service.js';
import type { Asker } from '../sign-in/sign-in.service.js';
import { PasskeyAnswers } from './passkey-answers.service.js';
import { PasskeyQuestions } from './passkey-questions.service.js';
import { PASSKEYS_BY_PLACE } from './passkey.rules.js';
import type { DeviceAnswer, RequestOptions } from './web-authn.js';

type Completion = SignedInNow | { refused: 'passkey.gone' | 'passkey.refused' };

/** Signing in by the lock of one's own device. */
@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly db: Db,
    private readonly limits: RateLimits,
    private readonly questions: PasskeyQuestions,
    private readonly answers: PasskeyAnswers,
    private readonly accounts: Accounts,
    private readonly log: AccessLog,
  ) {}

  /** A question for whoever wants in, bound to this browser for five minutes. It says nothing about anybody. Refuses `platform.too-often` (429). */
  ask(asker: Asker): Promise<RequestOptions> {
    return this.questions.atDoor(asker);
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
    const asked = await this.questions.answered(tx, answer, browser, null);
    if ('refused' in asked) return asked;
    const judged = await this.answers.judge(tx, answer, asked);
    if ('key' in judged) return this.accounts.begin(tx, judged.key, facts, 'passkey');
    await this.log.add(tx, { actorPersonId: null, action: 'session.refused', subject: judged.about, reason: judged.why });
    return { refused: 'passkey.refused' };
  }
}
