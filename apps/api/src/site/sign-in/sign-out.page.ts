import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { Sessions, clearSessionCookie, clearSiteData, sessionToken } from '@yoriai/identity';
import { Db } from '@yoriai/platform';
import { ownPath, signInPath } from '../page/own-path.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { formOf } from '../page/submissions.js';

/** The way out. Leaving twice is leaving once, so its form needs no key. */
@ApiExcludeController()
@Controller()
@Access('public')
export class SignOutPage {
  constructor(
    private readonly db: Db,
    private readonly sessions: Sessions,
    private readonly pages: Pages,
  ) {}

  /** Out; or to the entrance and back to where `again` says, for who has to sign in once more. */
  @Post('sign-out')
  async signOut(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = sessionToken(request, this.pages.config);
    if (token) await this.db.transaction((tx) => this.sessions.endByToken(tx, token, 'signed-out'));
    clearSessionCookie(reply, this.pages.config);
    clearSiteData(reply);
    const again = ownPath(formOf(request)['again'], '');
    return this.pages.seeOther(reply, again === '' ? '/' : signInPath(again));
  }
}
