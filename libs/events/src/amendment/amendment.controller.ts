import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { ApplicantList } from '../application/applicant-list.service.js';
import { ApplicationList, TicketAnswer } from '../application/application.dto.js';
import { Applications } from '../application/applications.service.js';
import { AmendByHostRequest, AmendRequest } from './amendment.dto.js';
import { Amendments } from './amendments.service.js';

@ApiTags('applications')
@Controller('api')
export class AmendmentController {
  constructor(
    private readonly amendments: Amendments,
    private readonly applications: Applications,
    private readonly applicants: ApplicantList,
  ) {}

  /** Changes who comes, or how they are reached; answers the ticket as it then stands. */
  @Post('tickets/:token/amendment')
  @Access('public')
  @ApiCreatedResponse({ type: TicketAnswer })
  async amendTicket(@Param('token') token: string, @Body() body: AmendRequest): Promise<TicketAnswer> {
    await this.amendments.byTicket(token, body);
    return this.applications.ticket(token);
  }

  /** The same for somebody who telephoned; answers the event's applications as they then stand. */
  @Post('applications/:id/amendment')
  @Access('officer')
  @ApiCreatedResponse({ type: ApplicationList })
  async amendApplication(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AmendByHostRequest): Promise<ApplicationList> {
    return this.applicants.ofEvent(actor, await this.amendments.byHost(actor, id, body));
  }
}
