import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { StillComing } from '@yoriai/events';
import { orRefusal } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions } from '../page/submissions.js';

/** まだ来られます, by the button on the ticket. */
@ApiExcludeController()
@Controller('t/:token/still-coming')
@Access('public')
export class StillComingPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly still: StillComing,
  ) {}

  /** What nobody asks any more, the ticket shows. */
  @Post()
  async yes(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    await orRefusal(() => this.submissions.once(request, reply, () => this.still.yesByTicket(token)));
    return this.pages.seeOther(reply, `/t/${encodeURIComponent(token)}`);
  }

  @Get()
  back(@Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.pages.seeOther(reply, `/t/${encodeURIComponent(token)}`);
  }
}
