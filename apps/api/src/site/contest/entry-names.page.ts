import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { ContestResults } from '@yoriai/events';
import { orRefusal } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';

/** The holder of a ticket says whether its names may stand beside a prize; as long as nobody says so they don't. */
@ApiExcludeController()
@Controller('t/:token/entry-names')
@Access('public')
export class EntryNamesPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly results: ContestResults,
  ) {}

  @Post()
  async allow(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    await orRefusal(() => this.submissions.once(request, reply, () => this.results.allowNames(token, formOf(request)['named'] === 'yes')));
    return this.pages.seeOther(reply, `/t/${encodeURIComponent(token)}`);
  }
}
