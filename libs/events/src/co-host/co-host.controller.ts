import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { CoHostAnswerRequest, CoHosting, CoHostingList, CoHostList, CoHostRequest } from './co-host.dto.js';
import { CoHostings } from './co-hostings.service.js';
import { CoHosts } from './co-hosts.service.js';

@ApiTags('events')
@Controller('api')
@Access('officer')
export class CoHostController {
  constructor(
    private readonly hosts: CoHosts,
    private readonly hostings: CoHostings,
  ) {}

  @Get('events/:id/co-hosts')
  @ApiOkResponse({ type: CoHostList })
  listCoHosts(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CoHostList> {
    return this.hosts.list(actor, id);
  }

  @Post('events/:id/co-hosts')
  @ApiCreatedResponse({ type: CoHostList })
  inviteCoHost(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CoHostRequest): Promise<CoHostList> {
    return this.hosts.invite(actor, id, body);
  }

  @Get('co-hosts')
  @ApiOkResponse({ type: CoHostingList })
  listCoHostings(@CurrentActor() actor: Actor): Promise<CoHostingList> {
    return this.hostings.list(actor);
  }

  @Post('co-hosts/:id/acceptance')
  @HttpCode(200)
  @ApiOkResponse({ type: CoHosting })
  acceptCoHost(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { words }: CoHostAnswerRequest): Promise<CoHosting> {
    return this.hostings.answer(actor, id, 'accepted', words ?? null);
  }

  @Post('co-hosts/:id/declination')
  @HttpCode(200)
  @ApiOkResponse({ type: CoHosting })
  declineCoHost(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { words }: CoHostAnswerRequest): Promise<CoHosting> {
    return this.hostings.answer(actor, id, 'declined', words ?? null);
  }

  @Post('co-hosts/:id/withdrawal')
  @HttpCode(200)
  @ApiOkResponse({ type: CoHostList })
  withdrawCoHost(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { words }: CoHostAnswerRequest): Promise<CoHostList> {
    return this.hosts.withdraw(actor, id, words ?? null);
  }
}
