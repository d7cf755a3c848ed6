import { Body, Controller, Headers, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Clock, Config } from '@yoriai/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../access/access.js';
import { CurrentSession } from '../access/signed-in.js';
import { browserToken, ensureBrowserToken, sessionToken, setSessionCookie } from '../session/session-cookie.js';
import type { SignedIn } from '../session/session.service.js';
import { SessionStartedAnswer } from '../sign-in/sign-in.dto.js';
import { PasskeyAddedAnswer, PasskeyBody, PasskeyQuestionAnswer, PasskeySessionBody } from './passkey.dto.js';
import { PasskeySignIn } from './passkey-sign-in.service.js';
import { Passkeys } from './passkey.service.js';

/** What the script of the Site asks and brings back; everything else about devices is pages. */
@ApiTags('identity')
@Controller('api')
export class PasskeyController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly signIn: PasskeySignIn,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** A question for whoever wants in. */
  @Post('passkey-challenges')
  @Access('public')
  @ApiCreatedResponse({ type: PasskeyQuestionAnswer })
  async askToEnter(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Caller() from: string): Promise<PasskeyQuestionAnswer> {
    const browser = ensureBrowserToken(request, reply, this.config, this.clock.now());
    return { options: await this.signIn.ask({ browser, from }) };
  }

  /** Signs in by the lock of a known device. */
  @Post('passkey-sessions')
  @Access('public')
  @ApiCreatedResponse({ type: SessionStartedAnswer })
  async enter(
    @Body() body: PasskeySessionBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Caller() from: string,
    @Headers('user-agent') userAgent: string | undefined,
  ): Promise<SessionStartedAnswer> {
    const facts = { userAgent, previousToken: sessionToken(request, this.config) };
    const session = await this.signIn.enter(body, { browser: browserToken(request, this.config), from }, facts);
    setSessionCookie(reply, this.config, session);
    return { personId: session.personId, expiresAt: session.expiresAt.toISOString() };
  }

  /** A question for a new device of mine. */
  @Post('me/passkey-challenges')
  @Access('signed-in')
  @ApiCreatedResponse({ type: PasskeyQuestionAnswer })
  async askToAdd(@CurrentSession() me: SignedIn, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<PasskeyQuestionAnswer> {
    return { options: await this.passkeys.ask(me, ensureBrowserToken(request, reply, this.config, this.clock.now())) };
  }

  /** Adds a device of mine. The session stays what it was: an office that wants a device opens to who signs in by it. */
  @Post('me/passkeys')
  @Access('signed-in')
  @ApiCreatedResponse({ type: PasskeyAddedAnswer })
  add(@CurrentSession() me: SignedIn, @Body() { name, ...answer }: PasskeyBody, @Req() request: FastifyRequest): Promise<PasskeyAddedAnswer> {
    return this.passkeys.add(me, browserToken(request, this.config), name, answer);
  }
}
