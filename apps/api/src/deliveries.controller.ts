import { Controller, Get, Param, ParseUUIDPipe, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { CallSheet, DeliveryList, DeliveryQuery } from './deliveries.dto.js';
import { wordsFor } from './http/language.js';
import { DeliveryDesk } from './delivery-desk.js';

@ApiTags('notifications')
@Controller('api/events/:id')
@Access('officer')
export class DeliveriesController {
  constructor(private readonly desk: DeliveryDesk) {}

  @Get('deliveries')
  @ApiOkResponse({ type: DeliveryList })
  listDeliveries(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: DeliveryQuery): Promise<DeliveryList> {
    return this.desk.ledger(actor, id, query.after);
  }

  @Get('call-sheet')
  @ApiOkResponse({ type: CallSheet })
  getCallSheet(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Param('id', ParseUUIDPipe) id: string): Promise<CallSheet> {
    return this.desk.callSheet(actor, id, wordsFor(request));
  }
}
