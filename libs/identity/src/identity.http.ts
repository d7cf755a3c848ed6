import { Module } from '@nestjs/common';
import { IdentityModule } from './identity.module.js';
import { JoiningController } from './joining/joining.controller.js';
import { PasskeyController } from './passkey/passkey.controller.js';
import { SessionController } from './session/session.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';

/** The routes of identity; `/api/me` is in associations, because it also answers with officer terms. */
@Module({ imports: [IdentityModule], controllers: [JoiningController, PasskeyController, SessionController, SignInController] })
export class IdentityHttpModule {}
