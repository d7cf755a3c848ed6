import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { etagOf } from '@yoriai/platform';
import type { FastifyReply } from 'fastify';
import { ChangeEventRequest, CreateEventRequest, UpdateEventRequest } from './event-draft.dto.js';
import { EventChangeDrafts } from './event-change-drafts.service.js';
import { EventDrafts } from './event-draft.service.js';
import { EventEdits } from './event-edit.service.js';
import { EventListQuery } from './event-list.dto.js';
import { EventDetail, EventPage } from './event.dto.js';
import { EventHistory } from './event-history.dto.js';
import { EventQueries } from './event-queries.service.js';

@ApiTags('events')
@Controller('api/events')
export class EventController {
  constructor(
    private readonly drafts: EventDrafts,
    private readonly edits: EventEdits,
    private readonly changes: EventChangeDrafts,
    private readonly queries: EventQueries,
  ) {}

  @Get()
  @Access('officer')
  @ApiOkResponse({ type: EventPage })
  listEvents(@CurrentActor() actor: Actor, @Query() query: EventListQuery): Promise<EventPage> {
    return this.queries.list(actor, query);
  }

  @Post()
  @Access('officer')
  @ApiCreatedResponse({ type: EventDetail })
  async createEvent(@CurrentActor() actor: Actor, @Body() body: CreateEventRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<EventDetail> {
    return tagged(reply, await this.drafts.create(actor, body));
  }

  @Get(':id')
  @Access('officer')
  @ApiOkResponse({ type: EventDetail })
  async getEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<EventDetail> {
    return tagged(reply, await this.queries.detail(actor, id));
  }

  @Patch(':id')
  @Access('officer')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was seen' })
  @ApiOkResponse({ type: EventDetail })
  async updateEvent(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateEventRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventDetail> {
    return tagged(reply, await this.edits.update(actor, id, body, ifMatch));
  }

  @Patch(':id/change')
  @Access('officer')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was seen' })
  @ApiOkResponse({ type: EventDetail, description: 'The event as it stands, with the change beside it' })
  async updateChange(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeEventRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventDetail> {
    return tagged(reply, await this.changes.update(actor, id, body, ifMatch));
  }

  @Post(':id/abandonment')
  @Access('officer')
  @ApiCreatedResponse({ type: EventDetail })
  async abandonChange(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<EventDetail> {
    return tagged(reply, await this.changes.abandon(actor, id));
  }

  @Get(':id/history')
  @Access('officer')
  @ApiOkResponse({ type: EventHistory })
  getEventHistory(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EventHistory> {
    return this.queries.history(actor, id);
  }
}

function tagged(reply: FastifyReply, event: EventDetail): EventDetail {
  reply.header('ETag', etagOf(event.version));
  return event;
}
