import { Module } from '@nestjs/common';
import { AccessLogCheck } from './access-log/access-log-check.js';
import { AccessLogReview } from './access-log/access-log-review.js';
import { AccessLogSealer } from './access-log/access-log-sealer.js';
import { AccessLog } from './access-log/access-log.service.js';
import { Accounts } from './account/account.service.js';
import { Joining } from './joining/joining.service.js';
import { Nameless } from './person/nameless.service.js';
import { PasskeyAnswers } from './passkey/passkey-answers.service.js';
import { PasskeyChanges } from './passkey/passkey-changes.service.js';
import { PasskeyQuestions } from './passkey/passkey-questions.service.js';
import { PasskeyRepository } from './passkey/passkey.repository.js';
import { Passkeys } from './passkey/passkey.service.js';
import { PasskeySignIn } from './passkey/passkey-sign-in.service.js';
import { WebAuthn } from './passkey/web-authn.js';
import { PersonRepository } from './person/person.repository.js';
import { People } from './person/person.service.js';
import { Sessions } from './session/session.service.js';
import { SignInRepository } from './sign-in/sign-in.repository.js';
import { SignInSecrets } from './sign-in/sign-in-secrets.js';
import { SignIn } from './sign-in/sign-in.service.js';

/** People, accounts, sign-in and sessions, for every process. */
@Module({
  providers: [
    ...[AccessLog, AccessLogCheck, AccessLogReview, AccessLogSealer, Accounts, Joining, Nameless, PasskeyAnswers, PasskeyChanges, PasskeyQuestions, PasskeyRepository, Passkeys, PasskeySignIn],
    ...[People, PersonRepository, Sessions, SignIn, SignInRepository, SignInSecrets, WebAuthn],
  ],
  exports: [AccessLog, AccessLogCheck, AccessLogReview, AccessLogSealer, Accounts, Joining, Nameless, Passkeys, PasskeySignIn, People, Sessions, SignIn],
})
export class IdentityModule {}
