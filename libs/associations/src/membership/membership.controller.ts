import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '@yoriai/identity';
import { CurrentActor } from '../actor/access.guard.js';
import { Actor } from '../actor/actor.js';
import { MembershipList, MembershipTaskList } from './membership.dto.js';
import { Memberships } from './memberships.service.js';

/** Who would like to join. The act answers the requests as they then stand. */
@ApiTags('associations')
@Controller('api/membership-requests')
@Access('officer')
export class MembershipController {
  constructor(private readonly memberships: Memberships) {}

  @Get()
  @ApiOkResponse({ type: MembershipList })
  getMembershipRequests(@CurrentActor() actor: Actor): Promise<MembershipList> {
    return this.memberships.list(actor);
  }

  @Get('waiting')
  @ApiOkResponse({ type: MembershipTaskList })
  getWaiting(@CurrentActor() actor: Actor): Promise<MembershipTaskList> {
    return this.memberships.waiting(actor);
  }

  @Post(':id/contact')
  @HttpCode(200)
  @ApiOkResponse({ type: MembershipList })
  contact(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MembershipList> {
    return this.memberships.contacted(actor, id);
  }
}
