import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '@yoriai/identity';
import { CurrentActor } from '../actor/access.guard.js';
import { Actor } from '../actor/actor.js';
import { InvitationBody, InvitationSentAnswer } from './invitation.dto.js';
import { Invitations } from './invitation.service.js';

@ApiTags('associations')
@Controller('api')
@Access('officer')
export class InvitationController {
  constructor(private readonly invitations: Invitations) {}

  /** Invites an officer by mail: single use, 72 hours. */
  @Post('organisations/:id/invitations')
  @ApiCreatedResponse({ type: InvitationSentAnswer })
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) organisationId: string,
    @Body() body: InvitationBody,
  ): Promise<InvitationSentAnswer> {
    const { id, expiresAt } = await this.invitations.invite(actor, organisationId, body);
    return { id, expiresAt: expiresAt.toISOString() };
  }

  @Post('invitations/:id/withdrawal')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.invitations.withdraw(actor, id);
  }
}
