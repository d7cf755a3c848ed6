import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { VenueSheets } from '@yoriai/attendance';
import { Clock, Config, refuse } from '@yoriai/platform';
import type { SiteRequest } from '../site/page/site-request.js';
import { Papers } from './papers.js';
import { VenueCodeView } from './venue-code-view.js';

/** 受付の二次元コード: hangs at the entrance, so it is for those alone who hold the reception. */
@ApiExcludeController()
@Controller()
export class VenueCodePage {
  constructor(
    private readonly papers: Papers,
    private readonly sheets: VenueSheets,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  @Get(['print/events/:id/venue-code', 'print/events/:id/venue-code.pdf'])
  @Access('officer')
  venueCode(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, {
      personal: true,
      draw: async (tools) => {
        const { event, code } = await this.sheets.of(actor, id);
        if (event.state === 'cancelled') return refuse('print.event-off', { status: 404 });
        if (event.publicRevision === null) return refuse('attendance.not-published');
        return <VenueCodeView tools={tools} event={event} address={`${this.config.publicUrl}/v/${code}`} now={this.clock.now()} />;
      },
    });
  }
}
