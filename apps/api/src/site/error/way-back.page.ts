import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { Pages } from '../page/pages.js';

/**
 * Addresses that forms are sent to, opened like a page: after a refusal, from the history, from a copied
 * address. Each leads to the form it belongs to; nothing is changed and nothing is told.
 */
@ApiExcludeController()
@Controller()
@Access('public')
export class WayBackPage {
  constructor(private readonly pages: Pages) {}

  @Get(['events/:slug/apply/check', 'events/:slug/applications'])
  application(@Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    return this.pages.seeOther(reply, `/events/${encodeURIComponent(slug)}/apply`);
  }

  @Get('t/:token/cancellation')
  ticketCancellation(@Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.pages.seeOther(reply, `/t/${encodeURIComponent(token)}/cancel`);
  }

  @Get(['t/:token/check-in-undo', 't/:token/acceptance', 't/:token/entry-names', 't/:token/photos'])
  ticket(@Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.pages.seeOther(reply, `/t/${encodeURIComponent(token)}`);
  }

  @Get('g/:token/photos')
  guardian(@Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.pages.seeOther(reply, `/g/${encodeURIComponent(token)}`);
  }

  @Get(['v/:code/own', 'v/:code/number', 'v/:code/walk-ins'])
  entrance(@Res() reply: FastifyReply, @Param('code') code: string): Promise<void> {
    return this.pages.seeOther(reply, `/v/${encodeURIComponent(code)}`);
  }

  @Get(['s/:token/change', 's/:token/withdrawal'])
  stall(@Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.pages.seeOther(reply, `/s/${encodeURIComponent(token)}`);
  }

  @Get('b/:token/withdrawal')
  start(@Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.pages.seeOther(reply, `/b/${encodeURIComponent(token)}`);
  }

  @Get('n/:token/withdrawal')
  membership(@Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.pages.seeOther(reply, `/n/${encodeURIComponent(token)}`);
  }

  @Get('j/:token/sheets')
  judging(@Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.pages.seeOther(reply, `/j/${encodeURIComponent(token)}`);
  }

  @Get('shifts/:id/assignments')
  shift(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.seeOther(reply, '/volunteer');
  }

  @Get('me/duties/:id/cancellation')
  dutyCancellation(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.pages.seeOther(reply, `/me/duties/${encodeURIComponent(id)}/cancel`);
  }

  @Get('me/duties/:id/photos')
  duty(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.pages.seeOther(reply, `/me/duties/${encodeURIComponent(id)}`);
  }

  @Get('me/passkeys/:id/removal')
  passkeys(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.seeOther(reply, '/me/passkeys');
  }

  @Get(['me/joinings', 'me/sessions/:id/end', 'sign-out'])
  mine(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.seeOther(reply, '/me');
  }

  @Get('sign-in/code/resend')
  code(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.seeOther(reply, '/sign-in/code');
  }
}
