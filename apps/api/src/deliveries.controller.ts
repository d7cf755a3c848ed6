import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { CallDesk } from './call-desk.js';
import { ChangeDesk } from './change-desk.js';
import { CallRequest, CallSheet, CallUndoRequest, ChangeAudience, DeliveryList, DeliveryQuery, EventCallsList, EverybodyOfEvent } from './deliveries.dto.js';
import { EverybodyDesk } from './everybody-desk.js';
import { wordsFor } from './http/language.js';
import { DeliveryDesk } from './delivery-desk.js';

@ApiTags('notifications')
@Controller('api')
@Access('officer')
export class DeliveriesController {
  constructor(
    private readonly desk: DeliveryDesk,
    private readonly calls: CallDesk,
    private readonly changes: ChangeDesk,
    private readonly everybody: EverybodyDesk,
  ) {}

  @Get('events/:id/deliveries')
  @ApiOkResponse({ type: DeliveryList })
  listDeliveries(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: DeliveryQuery): Promise<DeliveryList> {
    return this.desk.ledger(actor, id, query.after);
  }

  @Get('events/:id/change-audience')
  @ApiOperation({ summary: 'How many people are told once the change is approved' })
  @ApiOkResponse({ type: ChangeAudience })
  getChangeAudience(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ChangeAudience> {
    return this.changes.audienceOf(actor, id);
  }

  @Get('events/:id/audience')
  @ApiOperation({ summary: 'How many people are told when the event is called or put off' })
  @ApiOkResponse({ type: EverybodyOfEvent })
  getAudience(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EverybodyOfEvent> {
    return this.everybody.of(actor, id);
  }

  @Get('events/:id/call-sheet')
  @ApiOkResponse({ type: CallSheet })
  getCallSheet(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Param('id', ParseUUIDPipe) id: string): Promise<CallSheet> {
    return this.calls.sheet(actor, id, wordsFor(request));
  }

  @Post('events/:id/calls')
  @HttpCode(200)
  @ApiOperation({ summary: 'Somebody on the call sheet was telephoned' })
  @ApiOkResponse({ type: CallSheet })
  markCall(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Param('id', ParseUUIDPipe) id: string, @Body() body: CallRequest): Promise<CallSheet> {
    return this.calls.mark(actor, id, body, wordsFor(request));
  }

  @Post('events/:id/call-undos')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a call back: the person is still to be telephoned' })
  @ApiOkResponse({ type: CallSheet })
  undoCall(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Param('id', ParseUUIDPipe) id: string, @Body() body: CallUndoRequest): Promise<CallSheet> {
    return this.calls.undo(actor, id, body.personId, wordsFor(request));
  }

  @Get('calls')
  @ApiOperation({ summary: 'How many people of my events ahead are still to be telephoned' })
  @ApiOkResponse({ type: EventCallsList })
  getCalls(@CurrentActor() actor: Actor): Promise<EventCallsList> {
    return this.calls.left(actor);
  }
}
