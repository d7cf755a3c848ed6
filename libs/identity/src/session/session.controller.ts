import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Config, Db } from '@yoriai/platform';
import type { FastifyReply } from 'fastify';
import { Access } from '../access/access.js';
import { CurrentSession } from '../access/signed-in.js';
import { clearSessionCookie, clearSiteData } from './session-cookie.js';
import { SessionAnswer, toSessionAnswer } from './session.dto.js';
import { Sessions, type SignedIn } from './session.service.js';

@ApiTags('identity')
@Controller('api/sessions')
@Access('signed-in')
export class SessionController {
  constructor(
    private readonly db: Db,
    private readonly sessions: Sessions,
    private readonly config: Config,
  ) {}

  @Get()
  @ApiOkResponse({ type: SessionAnswer, isArray: true })
  async list(@CurrentSession() me: SignedIn): Promise<SessionAnswer[]> {
    const sessions = await this.db.read((tx) => this.sessions.list(tx, me.accountId));
    return sessions.map((session) => toSessionAnswer(session, me.sessionId));
  }

  /** Signs out here. */
  @Delete('current')
  @HttpCode(204)
  @ApiNoContentResponse()
  async endCurrent(@CurrentSession() me: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.db.transaction((tx) => this.sessions.end(tx, me.accountId, me.sessionId, 'signed-out'));
    clearSessionCookie(reply, this.config);
    clearSiteData(reply);
  }

  /** Signs out another browser of mine, e.g. of a lost phone. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@CurrentSession() me: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.db.transaction((tx) => this.sessions.end(tx, me.accountId, id, id === me.sessionId ? 'signed-out' : 'revoked'));
  }
}
