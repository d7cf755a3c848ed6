import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { AnswersUndoRequest, HostAnswersRequest } from './choice.dto.js';
import { HostAnswers } from './host-answers.service.js';

/** Who gets a place, where the host says so. Nothing is answered: the list is read, and its reading logged, once. */
@ApiTags('applications')
@Controller('api/events/:id')
export class ChoiceController {
  constructor(
    private readonly answers: HostAnswers,
  ) {}

  @Post('host-answers')
  @Access('officer')
  @HttpCode(204)
  @ApiNoContentResponse()
  async answerApplications(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) eventId: string,
    @Body() { ids, choice, words }: HostAnswersRequest,
  ): Promise<void> {
    await this.answers.answer(actor, { eventId, ids, choice, words: words ?? null });
  }

  @Post('host-answers/undo')
  @Access('officer')
  @HttpCode(204)
  @ApiNoContentResponse()
  async undoAnswers(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) eventId: string, @Body() { ids }: AnswersUndoRequest): Promise<void> {
    await this.answers.undo(actor, eventId, ids);
  }
}
