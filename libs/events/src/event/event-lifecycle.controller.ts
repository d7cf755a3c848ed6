import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { EventApprovals } from './event-approval.service.js';
import { EventChecks } from './event-checks.service.js';
import { EventConditions } from './event-conditions.service.js';
import { EventCorrections } from './event-corrections.service.js';
import { ApprovalRequest, CheckRequest, ConditionConfirmationRequest, ConditionWordRequest, CorrectionRequest, ReasonRequest, RefusalRequest, ReturnRequest } from './event-decision.dto.js';
import { ReportRequest } from './event-report.dto.js';
import { EventPublications } from './event-publication.service.js';
import { EventReports } from './event-report.service.js';
import { EventDetail } from './event.dto.js';
import { CancellationRequest } from '../weather/weather.dto.js';

/** Each state change of an event as a noun, and what is said about the conditions of its approval. All answer with the event as it then stands. */
@ApiTags('events')
@Controller('api/events/:id')
@Access('officer')
export class EventLifecycleController {
  constructor(
    private readonly approvals: EventApprovals,
    private readonly publications: EventPublications,
    private readonly reports: EventReports,
    private readonly conditions: EventConditions,
    private readonly corrections: EventCorrections,
    private readonly checks: EventChecks,
  ) {}

  @Post('submission')
  @ApiCreatedResponse({ type: EventDetail })
  submitEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EventDetail> {
    return this.approvals.submit(actor, id);
  }

  @Post('withdrawal')
  @ApiCreatedResponse({ type: EventDetail })
  withdrawEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EventDetail> {
    return this.approvals.withdraw(actor, id);
  }

  @Post('check')
  @ApiCreatedResponse({ type: EventDetail })
  checkEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CheckRequest): Promise<EventDetail> {
    return this.checks.confirm(actor, id, body);
  }

  @Post('check-forwarding')
  @ApiCreatedResponse({ type: EventDetail })
  forwardCheck(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonRequest): Promise<EventDetail> {
    return this.checks.forward(actor, id, reason);
  }

  @Post('return')
  @ApiCreatedResponse({ type: EventDetail })
  returnEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReturnRequest): Promise<EventDetail> {
    return this.approvals.return(actor, id, body);
  }

  @Post('approval')
  @ApiCreatedResponse({ type: EventDetail })
  approveEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ApprovalRequest): Promise<EventDetail> {
    return this.approvals.approve(actor, id, body);
  }

  @Post('rejection')
  @ApiCreatedResponse({ type: EventDetail })
  rejectEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RefusalRequest): Promise<EventDetail> {
    return this.approvals.reject(actor, id, body);
  }

  @Post('publication')
  @ApiCreatedResponse({ type: EventDetail })
  publishEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EventDetail> {
    return this.publications.publish(actor, id);
  }

  @Post('cancellation')
  @ApiCreatedResponse({ type: EventDetail })
  cancelEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CancellationRequest): Promise<EventDetail> {
    return this.publications.cancel(actor, id, body.reason, body.cause ?? undefined);
  }

  @Post('report')
  @ApiCreatedResponse({ type: EventDetail })
  reportEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReportRequest): Promise<EventDetail> {
    return this.reports.report(actor, id, body);
  }

  @Post('closing')
  @ApiCreatedResponse({ type: EventDetail })
  closeEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EventDetail> {
    return this.reports.close(actor, id);
  }

  @Post('conditions/:conditionId/report')
  @ApiCreatedResponse({ type: EventDetail })
  reportCondition(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('conditionId', ParseUUIDPipe) conditionId: string, @Body() { words }: ConditionWordRequest): Promise<EventDetail> {
    return this.conditions.say(actor, id, conditionId, 'reported', words);
  }

  @Post('conditions/:conditionId/confirmation')
  @ApiCreatedResponse({ type: EventDetail })
  confirmCondition(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('conditionId', ParseUUIDPipe) conditionId: string, @Body() { words }: ConditionConfirmationRequest): Promise<EventDetail> {
    return this.conditions.say(actor, id, conditionId, 'confirmed', words ?? null);
  }

  @Post('conditions/:conditionId/return')
  @ApiCreatedResponse({ type: EventDetail })
  returnCondition(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('conditionId', ParseUUIDPipe) conditionId: string, @Body() { words }: ConditionWordRequest): Promise<EventDetail> {
    return this.conditions.say(actor, id, conditionId, 'sent-back', words);
  }

  @Post('corrections')
  @ApiCreatedResponse({ type: EventDetail })
  correctFigures(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CorrectionRequest): Promise<EventDetail> {
    return this.corrections.correct(actor, id, body);
  }
}
