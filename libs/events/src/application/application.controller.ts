import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { languageOf, type RequestWithLanguage } from '@yoriai/identity';
import { Caller } from '@yoriai/platform';
import { AnswersRequest } from '../asks/asks.dto.js';
import { ApplicationChanges } from './application-changes.service.js';
import { ApplicantContacts } from './applicant-contacts.dto.js';
import {
  ApplicationAnswer,
  ApplicationList,
  ApplyRequest,
  CancelApplicationRequest,
  ProxyApplyRequest,
  ResendAnswer,
  ResendRequest,
  TicketAnswer,
} from './application.dto.js';
import { ApplicantList } from './applicant-list.service.js';
import { Applications } from './applications.service.js';
import { SignUps } from './sign-up.service.js';

@ApiTags('applications')
@Controller('api')
export class ApplicationController {
  constructor(
    private readonly signUps: SignUps,
    private readonly applications: Applications,
    private readonly changes: ApplicationChanges,
    private readonly applicants: ApplicantList,
  ) {}

  @Post('events/:id/applications')
  @Access('public')
  @ApiCreatedResponse({ type: ApplicationAnswer })
  apply(
    @CurrentActor() actor: Actor | null,
    @Req() request: RequestWithLanguage,
    @Param('id', ParseUUIDPipe) eventId: string,
    @Body() body: ApplyRequest,
  ): Promise<ApplicationAnswer> {
    return this.signUps.apply(actor, { ...body, eventId, language: languageOf(request) });
  }

  @Post('events/:id/proxy-applications')
  @Access('officer')
  @ApiCreatedResponse({ type: ApplicationAnswer })
  enterApplication(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) eventId: string, @Body() body: ProxyApplyRequest): Promise<ApplicationAnswer> {
    return this.signUps.enter(actor, { ...body, eventId });
  }

  @Get('events/:id/applications')
  @Access('officer')
  @ApiOkResponse({ type: ApplicationList })
  listApplications(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) eventId: string): Promise<ApplicationList> {
    return this.applicants.ofEvent(actor, eventId);
  }

  /** How to reach those who applied; the list has it partly hidden. Each look is logged. */
  @Post('events/:id/applicant-contacts')
  @Access('officer')
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicantContacts })
  readApplicantContacts(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) eventId: string): Promise<ApplicantContacts> {
    return this.applicants.contacts(actor, eventId);
  }

  /** Answers the event's applications as they then stand. */
  @Post('applications/:id/promotion')
  @Access('officer')
  @ApiCreatedResponse({ type: ApplicationList })
  async promoteApplication(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ApplicationList> {
    return this.applicants.ofEvent(actor, await this.changes.promote(actor, id));
  }

  /** Answers the event's applications as they then stand. */
  @Post('applications/:id/cancellation')
  @Access('officer')
  @ApiCreatedResponse({ type: ApplicationList })
  async cancelApplication(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CancelApplicationRequest,
  ): Promise<ApplicationList> {
    return this.applicants.ofEvent(actor, await this.changes.cancel(actor, id, body.reason ?? null));
  }

  @Get('tickets/:token')
  @Access('public')
  @ApiOkResponse({ type: TicketAnswer })
  getTicket(@Param('token') token: string): Promise<TicketAnswer> {
    return this.applications.ticket(token);
  }

  /** Answers the ticket as it then stands. */
  @Post('tickets/:token/cancellation')
  @Access('public')
  @ApiCreatedResponse({ type: TicketAnswer })
  async cancelTicket(@Param('token') token: string): Promise<TicketAnswer> {
    await this.changes.cancelByTicket(token);
    return this.applications.ticket(token);
  }

  /** Takes the offered place; answers the ticket as it then stands. */
  @Post('tickets/:token/acceptance')
  @Access('public')
  @ApiCreatedResponse({ type: TicketAnswer })
  async acceptOffer(@Param('token') token: string): Promise<TicketAnswer> {
    await this.changes.acceptByTicket(token);
    return this.applications.ticket(token);
  }

  /** Says something else to what the host asks; answers the ticket as it then stands. */
  @Post('tickets/:token/answers')
  @Access('public')
  @ApiCreatedResponse({ type: TicketAnswer })
  async answerTicket(@Param('token') token: string, @Body() body: AnswersRequest): Promise<TicketAnswer> {
    await this.changes.answerByTicket(token, body);
    return this.applications.ticket(token);
  }

  @Post('ticket-resends')
  @Access('public')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ResendAnswer })
  async resendTicket(@Body() body: ResendRequest, @Caller() from: string): Promise<ResendAnswer> {
    await this.signUps.resend(body.contact, from);
    return { status: 'received' };
  }
}
