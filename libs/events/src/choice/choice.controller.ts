import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { ApplicantList } from '../application/applicant-list.service.js';
import { ApplicationList } from '../application/application.dto.js';
import { AnswersUndoRequest, HostAnswersRequest } from './choice.dto.js';
import { HostAnswers } from './host-answers.service.js';

/** Who gets a place, where the host says so. Every route answers the event's applications as they then stand. */
@ApiTags('applications')
@Controller('api/events/:id')
export class ChoiceController {
  constructor(
    private readonly answers: HostAnswers,
    private readonly applicants: ApplicantList,
  ) {}

  @Post('host-answers')
  @Access('officer')
  @ApiCreatedResponse({ type: ApplicationList })
  async answerApplications(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) eventId: string,
    @Body() { ids, choice, words }: HostAnswersRequest,
  ): Promise<ApplicationList> {
    await this.answers.answer(actor, { eventId, ids, choice, words: words ?? null });
    return this.applicants.ofEvent(actor, eventId);
  }

  @Post('host-answers/undo')
  @Access('officer')
  @ApiCreatedResponse({ type: ApplicationList })
  async undoAnswers(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) eventId: string, @Body() { ids }: AnswersUndoRequest): Promise<ApplicationList> {
    await this.answers.undo(actor, eventId, ids);
    return this.applicants.ofEvent(actor, eventId);
  }
}
