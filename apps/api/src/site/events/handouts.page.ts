import { Controller, Get, Param, ParseUUIDPipe, Res, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { ShownHandouts, handedOut } from '@yoriai/events';
import { EventReader } from './event-reader.js';

/** A handout from the page of an event, for whoever sees that page. */
@ApiExcludeController()
@Controller()
export class HandoutsPage {
  constructor(
    private readonly events: EventReader,
    private readonly handouts: ShownHandouts,
  ) {}

  @Get('events/:slug/handouts/:handoutId')
  @Access('public')
  async handout(@Param('slug') slug: string, @Param('handoutId', ParseUUIDPipe) handoutId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return handedOut(reply, handoutId, await this.handouts.read(await this.events.standing(slug), handoutId));
  }
}
