import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { ApplicantList } from '../application/applicant-list.service.js';
import { ApplicationList } from '../application/application.dto.js';
import { RecordConsentRequest } from './consent.dto.js';
import { GuardianConsents } from './guardian-consents.service.js';

@ApiTags('applications')
@Controller('api')
export class ConsentController {
  constructor(
    private readonly consents: GuardianConsents,
    private readonly applicants: ApplicantList,
  ) {}

  /** Answers the event's applications as they then stand. */
  @Post('applications/:id/guardian-consent')
  @Access('officer')
  @ApiCreatedResponse({ type: ApplicationList })
  async recordConsent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RecordConsentRequest): Promise<ApplicationList> {
    return this.applicants.ofEvent(actor, await this.consents.record(actor, id, body));
  }
}
