import { Body, Controller, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Clock, Config } from '@yoriai/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../access/access.js';
import { languageOf, type RequestWithLanguage } from '../person/language.js';
import { browserToken, ensureBrowserToken, sessionToken, setSessionCookie } from '../session/session-cookie.js';
import { RegistrationBody, SessionBody, SessionStartedAnswer, SignInRequestBody, SignInRequestedAnswer } from './sign-in.dto.js';
import { SignIn } from './sign-in.service.js';

@ApiTags('identity')
@Controller('api')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Always the same answer: whether the address has an account is told in the letter only. */
  @Post('sign-in-requests')
  @HttpCode(202)
  @Access('public')
  @ApiAcceptedResponse({ type: SignInRequestedAnswer })
  async request(
    @Body() body: SignInRequestBody,
    @Req() request: FastifyRequest & RequestWithLanguage,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Caller() from: string,
  ): Promise<SignInRequestedAnswer> {
    const browser = ensureBrowserToken(request, reply, this.config, this.clock.now());
    const { requestId, expiresAt } = await this.signIn.request(body.email, { browser, from, language: languageOf(request) });
    return { requestId, expiresAt: expiresAt.toISOString() };
  }

  /** Registers a volunteer: the account is made when the mailed code comes back. Answers like a sign-in request. */
  @Post('accounts')
  @HttpCode(202)
  @Access('public')
  @ApiAcceptedResponse({ type: SignInRequestedAnswer })
  async register(
    @Body() body: RegistrationBody,
    @Req() request: FastifyRequest & RequestWithLanguage,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Caller() from: string,
  ): Promise<SignInRequestedAnswer> {
    const browser = ensureBrowserToken(request, reply, this.config, this.clock.now());
    const { requestId, expiresAt } = await this.signIn.request(body.email, { browser, from, language: languageOf(request) }, body);
    return { requestId, expiresAt: expiresAt.toISOString() };
  }

  @Post('sessions')
  @Access('public')
  @ApiCreatedResponse({ type: SessionStartedAnswer })
  async start(
    @Body() body: SessionBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Caller() from: string,
    @Headers('user-agent') userAgent: string | undefined,
  ): Promise<SessionStartedAnswer> {
    const { requestId, code, linkToken } = body;
    const proof = linkToken === undefined ? { requestId, code: code ?? '' } : { requestId, linkToken };
    const previousToken = sessionToken(request, this.config);
    const session = await this.signIn.complete(proof, { browser: browserToken(request, this.config), from }, { userAgent, previousToken });
    setSessionCookie(reply, this.config, session);
    return { personId: session.personId, expiresAt: session.expiresAt.toISOString() };
  }
}
