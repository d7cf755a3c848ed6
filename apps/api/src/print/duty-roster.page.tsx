import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { Clock } from '@yoriai/platform';
import { PrintedRosters } from '@yoriai/rosters';
import type { SiteRequest } from '../site/page/site-request.js';
import { DutyRosterView } from './duty-roster-view.js';
import { Papers } from './papers.js';

/** 当番表: names and telephone numbers for those who lead the event, which is logged; places to write on for the ward. */
@ApiExcludeController()
@Controller()
export class DutyRosterPage {
  constructor(
    private readonly papers: Papers,
    private readonly rosters: PrintedRosters,
    private readonly clock: Clock,
  ) {}

  @Get(['print/events/:id/duty-roster', 'print/events/:id/duty-roster.pdf'])
  @Access('officer')
  dutyRoster(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, { personal: true, draw: async (tools) => <DutyRosterView tools={tools} roster={await this.rosters.of(actor, id)} now={this.clock.now()} /> });
  }
}
