import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { EventDetail } from '../event/event.dto.js';
import { Postponements } from './postponements.service.js';
import { Holdings } from './holdings.service.js';
import { HoldingRequest, PostponementRequest } from './weather.dto.js';

/** What is decided about the day of an event. */
@ApiTags('events')
@Controller('api/events/:id')
@Access('officer')
export class WeatherController {
  constructor(
    private readonly postponements: Postponements,
    private readonly holdings: Holdings,
  ) {}

  @Post('postponement')
  @ApiCreatedResponse({ type: EventDetail })
  postponeEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PostponementRequest): Promise<EventDetail> {
    return this.postponements.postpone(actor, id, body);
  }

  @Post('holding')
  @ApiCreatedResponse({ type: EventDetail })
  holdEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: HoldingRequest): Promise<EventDetail> {
    return this.holdings.hold(actor, id, body.startsAt);
  }
}
