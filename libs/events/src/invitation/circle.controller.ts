import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { PublicEventPage } from '../public-event/public-event.dto.js';
import { CircleQuery } from './circle-query.dto.js';
import { EventCircles } from './event-circles.service.js';

@ApiTags('events')
@Controller('api/me/events')
@Access('signed-in')
export class CircleController {
  constructor(private readonly circles: EventCircles) {}

  /** What is shown to the people of my associations, or of my area, and to nobody else. */
  @Get()
  @ApiOkResponse({ type: PublicEventPage })
  listCircleEvents(@CurrentActor() actor: Actor, @Query() { page, scope }: CircleQuery): Promise<PublicEventPage> {
    return this.circles.list(actor, page, { scope });
  }
}
