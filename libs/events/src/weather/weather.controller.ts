import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { EventDetail } from '../event/event.dto.js';
import { Postponements } from './postponements.service.js';
import { PostponementRequest } from './weather.dto.js';

/** What is decided about the day of an event. */
@ApiTags('events')
@Controller('api/events/:id')
@Access('officer')
export class WeatherController {
  constructor(private readonly postponements: Postponements) {}

  @Post('postponement')
  @ApiCreatedResponse({ type: EventDetail })
  postponeEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PostponementRequest): Promise<EventDetail> {
    return this.postponements.postpone(actor, id, body);
  }
}
