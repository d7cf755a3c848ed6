import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { Events, Stalls } from '@yoriai/events';
import { Clock, Db } from '@yoriai/platform';
import type { SiteRequest } from '../site/page/site-request.js';
import { Papers } from './papers.js';
import { PlotPlanView } from './plot-plan-view.js';
import { StallListView, type StallSheet } from './stall-list-view.js';

/** 出店一覧: names and phone numbers, so only for those who lead the event; who printed it is logged. */
@ApiExcludeController()
@Controller()
export class StallListPage {
  constructor(
    private readonly papers: Papers,
    private readonly db: Db,
    private readonly events: Events,
    private readonly stalls: Stalls,
    private readonly clock: Clock,
  ) {}

  @Get(['print/events/:id/stall-list', 'print/events/:id/stall-list.pdf'])
  @Access('officer')
  stallList(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, { personal: true, draw: async (tools) => <StallListView tools={tools} sheet={await this.sheet(actor, id)} now={this.clock.now()} /> });
  }

  /** 配置図: which stall stands where; without contacts, yet read with them, so it is logged the same. */
  @Get(['print/events/:id/plot-plan', 'print/events/:id/plot-plan.pdf'])
  @Access('officer')
  plotPlan(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, { personal: true, draw: async (tools) => <PlotPlanView tools={tools} sheet={await this.sheet(actor, id)} now={this.clock.now()} /> });
  }

  private async sheet(actor: Actor, eventId: string): Promise<StallSheet> {
    const { title, startsAt, endsAt, placeName, calledOff } = await this.db.read(async (tx) => {
      const event = await this.events.seen(tx, actor, eventId);
      return { ...event, calledOff: await this.events.calledOff(tx, event) };
    });
    return { eventId, event: { title: title ?? '', startsAt, endsAt, placeName: placeName ?? '', calledOff }, list: await this.stalls.ofEvent(actor, eventId, 'stall-list.printed') };
  }
}
