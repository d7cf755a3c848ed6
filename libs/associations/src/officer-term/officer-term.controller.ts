import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, AccessLog } from '@yoriai/identity';
import { Db } from '@yoriai/platform';
import { CurrentActor } from '../actor/access.guard.js';
import { Actor } from '../actor/actor.js';
import { Invitations } from '../invitation/invitation.service.js';
import { maySeeContacts } from '../organisation/organisation.policy.js';
import { Organisations } from '../organisation/organisation.service.js';
import { OfficersAnswer, TermEndingAnswer, TermEndingBody, toOfficersAnswer } from './officer-term.dto.js';
import { Officers } from './officer-term.service.js';
import { TermEndings } from './term-ending.service.js';

@ApiTags('associations')
@Controller('api')
@Access('officer')
export class OfficerTermController {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly officers: Officers,
    private readonly invitations: Invitations,
    private readonly endings: TermEndings,
    private readonly log: AccessLog,
  ) {}

  /** Officers with their terms. Phone numbers and addresses only for those who work with them, and logged. */
  @Get('organisations/:id/officers')
  @ApiOkResponse({ type: OfficersAnswer })
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OfficersAnswer> {
    return this.db.transaction(async (tx) => {
      const organisation = await this.organisations.seenBy(tx, actor, id);
      const withContacts = maySeeContacts(actor, organisation);
      const officers = await this.officers.ofOrganisation(tx, id);
      const invitations = withContacts ? await this.invitations.open(tx, id) : [];
      if (withContacts) {
        const rowCount = officers.length + invitations.length;
        await this.log.add(tx, { actorPersonId: actor.personId, action: 'officers.contacts-read', subject: `organisation:${id}`, rowCount });
      }
      return toOfficersAnswer(actor, organisation, { officers, invitations, withContacts });
    });
  }

  @Post('officer-terms/:id/ending')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOkResponse({ type: TermEndingAnswer })
  end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: TermEndingBody): Promise<TermEndingAnswer> {
    return this.endings.end(actor, id, body);
  }
}
