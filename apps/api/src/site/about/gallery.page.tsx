import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { refuse } from '@yoriai/platform';
import { Gallery } from '@yoriai/ui';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';

/** Every part in every state on one page, for people and for machines that look at pictures; not in production. */
@ApiExcludeController()
@Controller('dev/gallery')
@Access('public')
export class GalleryPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  async show(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    if (this.pages.config.mode === 'production') return refuse('platform.not-found', { status: 404 });
    await this.pages.sendPaper(request, reply, { document: <Gallery />, personal: true });
  }
}
