import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { InitiativeCorrectionRequest, InitiativeList, InitiativeRequest } from './initiative.dto.js';
import { Initiatives } from './initiatives.service.js';

/** The initiatives of the ward's plan: for everybody to read, for the ward office to write. */
@ApiTags('events')
@Controller('api/initiatives')
export class InitiativeController {
  constructor(private readonly initiatives: Initiatives) {}

  @Get()
  @Access('public')
  @ApiOkResponse({ type: InitiativeList })
  listInitiatives(): Promise<InitiativeList> {
    return this.initiatives.list();
  }

  @Post()
  @Access('staff')
  @ApiCreatedResponse({ type: InitiativeList })
  addInitiative(@CurrentActor() actor: Actor, @Body() body: InitiativeRequest): Promise<InitiativeList> {
    return this.initiatives.add(actor, body);
  }

  @Patch(':code')
  @Access('staff')
  @ApiOkResponse({ type: InitiativeList })
  correctInitiative(@CurrentActor() actor: Actor, @Param('code') code: string, @Body() body: InitiativeCorrectionRequest): Promise<InitiativeList> {
    return this.initiatives.correct(actor, code, body);
  }

  @Post(':code/ending')
  @Access('staff')
  @ApiCreatedResponse({ type: InitiativeList })
  endInitiative(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<InitiativeList> {
    return this.initiatives.end(actor, code);
  }

  @Post(':code/resumption')
  @Access('staff')
  @ApiCreatedResponse({ type: InitiativeList })
  resumeInitiative(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<InitiativeList> {
    return this.initiatives.resume(actor, code);
  }
}
