import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { PhotoAnswers } from '@yoriai/events';
import { orRefusal } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';

/** The holder of a ticket, or the guardian who was asked, says something else about pictures; what is neither yes nor no changes nothing. */
@ApiExcludeController()
@Controller()
@Access('public')
export class PhotosPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly photos: PhotoAnswers,
  ) {}

  @Post('t/:token/photos')
  byTicket(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.say(request, reply, `/t/${encodeURIComponent(token)}`, (answer) => this.photos.sayByTicket(token, answer));
  }

  @Post('g/:token/photos')
  byGuardian(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.say(request, reply, `/g/${encodeURIComponent(token)}`, (answer) => this.photos.sayByGuardian(token, answer));
  }

  private async say(request: SiteRequest, reply: FastifyReply, back: string, work: (answer: boolean) => Promise<void>): Promise<void> {
    const { photos } = formOf(request);
    if (photos === 'yes' || photos === 'no') await orRefusal(() => this.submissions.once(request, reply, () => work(photos === 'yes')));
    return this.pages.seeOther(reply, back);
  }
}
