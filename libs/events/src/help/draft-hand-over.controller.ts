import { Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { EventDetail } from '../event/event.dto.js';
import { DraftHandOvers } from './draft-hand-overs.service.js';

/** What a community centre says about a draft that it wrote. */
@ApiTags('events')
@Controller('api/events/:id/hand-over')
@Access('officer')
export class DraftHandOverController {
  constructor(private readonly handOvers: DraftHandOvers) {}

  @Post()
  @ApiCreatedResponse({ type: EventDetail })
  handOverDraft(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EventDetail> {
    return this.handOvers.ask(actor, id);
  }
}
