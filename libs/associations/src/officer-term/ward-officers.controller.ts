import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, AccessLog } from '@yoriai/identity';
import { Db } from '@yoriai/platform';
import { CurrentActor } from '../actor/access.guard.js';
import { Actor } from '../actor/actor.js';
import { Invitations } from '../invitation/invitation.service.js';
import { toOrganisationAnswer } from '../organisation/organisation.dto.js';
import { Organisations } from '../organisation/organisation.service.js';
import { LostDeviceList, PasskeyResetAnswer, StandingBody, WardOfficersAnswer, toInvitationAnswer, toOfficerAnswer } from './officer-term.dto.js';
import { Officers } from './officer-term.service.js';
import { Suspensions } from './suspension.service.js';

@ApiTags('associations')
@Controller('api/admin')
@Access('staff', 'admin')
export class WardOfficersController {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly officers: Officers,
    private readonly invitations: Invitations,
    private readonly suspensions: Suspensions,
    private readonly log: AccessLog,
  ) {}

  /** Every officer of the ward and every open invitation; the addresses of the invited make it a logged read. */
  @Get('officers')
  @ApiOkResponse({ type: WardOfficersAnswer })
  list(@CurrentActor() actor: Actor): Promise<WardOfficersAnswer> {
    return this.db.transaction(async (tx) => {
      const organisations = await this.organisations.visibleTo(tx, actor);
      const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
      const officers = await this.officers.all(tx);
      const invitations = await this.invitations.open(tx);
      const rowCount = officers.length + invitations.length;
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'officers.listed', subject: 'ward:officers', rowCount });
      return {
        organisations: organisations.map(toOrganisationAnswer),
        officers: officers.flatMap((officer) => {
          const organisation = byId.get(officer.organisationId);
          return organisation ? [toOfficerAnswer(officer, actor, organisation, false)] : [];
        }),
        invitations: invitations.flatMap((invitation) => {
          const organisation = byId.get(invitation.organisationId);
          return organisation ? [toInvitationAnswer(invitation, actor, organisation)] : [];
        }),
      };
    });
  }

  /** Stops a person's login; their sessions end at once. */
  @Post('people/:id/suspension')
  @HttpCode(204)
  @Access('admin')
  @ApiNoContentResponse()
  suspend(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: StandingBody): Promise<void> {
    return this.suspensions.suspend(actor, id, body.reason);
  }

  /** Opens a stopped login again. */
  @Post('people/:id/reinstatement')
  @HttpCode(204)
  @Access('admin')
  @ApiNoContentResponse()
  reinstate(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: StandingBody): Promise<void> {
    return this.suspensions.reinstate(actor, id, body.reason);
  }

  /** Which devices somebody else signs in by: told before they are removed. A logged read. */
  @Get('people/:id/passkeys')
  @Access('admin')
  @ApiOkResponse({ type: LostDeviceList })
  async listPasskeys(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LostDeviceList> {
    const found = await this.suspensions.devicesOf(actor, id);
    return { items: found.map(({ id: key, name, createdAt, lastUsedAt }) => ({ id: key, name, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null })) };
  }

  /** Removes all devices of somebody else who lost theirs: they sign in by letter and add another. */
  @Post('people/:id/passkey-reset')
  @HttpCode(200)
  @Access('admin')
  @ApiOkResponse({ type: PasskeyResetAnswer })
  resetPasskeys(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: StandingBody): Promise<PasskeyResetAnswer> {
    return this.suspensions.resetPasskeys(actor, id, body.reason);
  }
}
