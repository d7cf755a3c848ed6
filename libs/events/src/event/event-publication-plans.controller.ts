import { Body, Controller, Delete, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { PublicationPlanRequest } from './event-decision.dto.js';
import { EventPublicationPlans } from './event-publication-plans.service.js';
import { EventDetail } from './event.dto.js';

/** When an approved event is to be published. Both answer with the event as it then stands. */
@ApiTags('events')
@Controller('api/events/:id/publication-plan')
@Access('officer')
export class EventPublicationPlansController {
  constructor(private readonly plans: EventPublicationPlans) {}

  @Put()
  @ApiOkResponse({ type: EventDetail })
  planPublication(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { at }: PublicationPlanRequest): Promise<EventDetail> {
    return this.plans.plan(actor, id, new Date(at));
  }

  @Delete()
  @ApiOkResponse({ type: EventDetail })
  dropPublicationPlan(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EventDetail> {
    return this.plans.drop(actor, id);
  }
}
