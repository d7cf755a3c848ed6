import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { CreateEventRequest } from '../event/event-draft.dto.js';
import { EventDetail } from '../event/event.dto.js';
import { StartAnswers } from './start-answers.service.js';
import { StartAnswerRequest, StartList, StartRequestInApp, StartTaskList } from './start.dto.js';
import { Starts } from './starts.service.js';

/** Each act answers the requests as they then stand. */
@ApiTags('starts')
@Controller('api/start-requests')
@Access('officer')
export class StartController {
  constructor(
    private readonly starts: Starts,
    private readonly answers: StartAnswers,
  ) {}

  @Get()
  @ApiOkResponse({ type: StartList })
  getStartRequests(@CurrentActor() actor: Actor): Promise<StartList> {
    return this.starts.list(actor);
  }

  @Get('waiting')
  @ApiOkResponse({ type: StartTaskList })
  getWaiting(@CurrentActor() actor: Actor): Promise<StartTaskList> {
    return this.starts.waiting(actor);
  }

  @Post()
  @ApiCreatedResponse({ type: StartList })
  ask(@CurrentActor() actor: Actor, @Body() body: StartRequestInApp): Promise<StartList> {
    return this.starts.ask(actor, body);
  }

  @Post(':id/talk')
  @HttpCode(200)
  @ApiOkResponse({ type: StartList })
  talk(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { words = null }: StartAnswerRequest): Promise<StartList> {
    return this.answers.answer(actor, id, { state: 'talking', words });
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @ApiOkResponse({ type: StartList })
  accept(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { words = null }: StartAnswerRequest): Promise<StartList> {
    return this.answers.answer(actor, id, { state: 'accepted', words });
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @ApiOkResponse({ type: StartList })
  decline(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { words = null }: StartAnswerRequest): Promise<StartList> {
    return this.answers.answer(actor, id, { state: 'declined', words });
  }

  @Post(':id/call')
  @HttpCode(200)
  @ApiOkResponse({ type: StartList })
  call(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StartList> {
    return this.answers.called(actor, id);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @ApiOkResponse({ type: StartList })
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StartList> {
    return this.answers.withdraw(actor, id);
  }

  /** The draft of its series. */
  @Post(':id/event')
  @ApiCreatedResponse({ type: EventDetail })
  begin(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CreateEventRequest): Promise<EventDetail> {
    return this.answers.begin(actor, id, body);
  }
}
