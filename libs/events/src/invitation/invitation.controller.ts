import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { EventInvitations } from './event-invitations.service.js';
import { EventInvitation } from './invitation.dto.js';

@ApiTags('events')
@Controller('api/events/:id')
@Access('officer')
export class EventInvitationController {
  constructor(private readonly invitations: EventInvitations) {}

  @Get('invitation')
  @ApiOkResponse({ type: EventInvitation })
  getEventInvitation(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EventInvitation> {
    return this.invitations.link(actor, id);
  }

  @Post('invitation-renewal')
  @HttpCode(200)
  @ApiOkResponse({ type: EventInvitation })
  renewEventInvitation(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EventInvitation> {
    return this.invitations.renew(actor, id);
  }
}
