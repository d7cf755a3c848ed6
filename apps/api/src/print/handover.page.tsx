import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { Config } from '@yoriai/platform';
import { Handovers } from '@yoriai/reporting';
import type { SiteRequest } from '../site/page/site-request.js';
import { HandoverView } from './handover-view.js';
import { Papers } from './papers.js';

/** 引継書: what the officers of an association hand over to the next. */
@ApiExcludeController()
@Controller()
export class HandoverPage {
  constructor(
    private readonly papers: Papers,
    private readonly handovers: Handovers,
    private readonly config: Config,
  ) {}

  /** One association, for its officers. Refuses as {@link Handovers.read} does. */
  @Get(['print/organisations/:id/handover', 'print/organisations/:id/handover.pdf'])
  @Access('officer')
  handover(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, { personal: true, draw: async (tools) => <HandoverView tools={tools} handover={await this.handovers.read(actor, id)} phone={this.config.officePhone} /> });
  }
}
