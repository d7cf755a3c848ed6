import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { Config } from '@yoriai/platform';
import { AssociationReader } from '../site/associations/association-reader.js';
import type { SiteRequest } from '../site/page/site-request.js';
import { AssociationSheetView } from './association-sheet-view.js';
import { Papers } from './papers.js';

/** 活動紹介: what an association does, on a sheet for notice boards and newcomers. */
@ApiExcludeController()
@Controller('organisations')
@Access('public')
export class AssociationSheetPage {
  constructor(
    private readonly papers: Papers,
    private readonly associations: AssociationReader,
    private readonly config: Config,
  ) {}

  /** One association. Refuses `organisation.not-found` (404), as its page does. */
  @Get([':slug/sheet', ':slug/sheet.pdf'])
  sheet(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    return this.papers.send(request, reply, {
      personal: false,
      draw: async (tools) => {
        const { officePhone, publicUrl } = this.config;
        return <AssociationSheetView tools={tools} shown={await this.associations.bySlug(slug)} phone={officePhone} publicUrl={publicUrl} now={this.associations.now()} />;
      },
    });
  }
}
