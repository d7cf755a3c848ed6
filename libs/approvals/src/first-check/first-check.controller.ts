import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { FirstCheckDesk, FirstCheckRules } from './first-check-desk.service.js';
import { FirstCheckCouncils, FirstCheckDeskPage, FirstCheckRuleRequest } from './first-check.dto.js';

/** What waits for a council, and which councils are asked. A council answers at what it looks at, e.g. `POST /api/events/:id/check`. */
@ApiTags('approvals')
@Controller('api')
export class FirstCheckController {
  constructor(
    private readonly desk: FirstCheckDesk,
    private readonly rules: FirstCheckRules,
  ) {}

  @Get('first-checks')
  @Access('officer')
  @ApiOkResponse({ type: FirstCheckDeskPage })
  listFirstChecks(@CurrentActor() actor: Actor): Promise<FirstCheckDeskPage> {
    return this.desk.list(actor);
  }

  @Get('first-check-rules')
  @Access('staff')
  @ApiOkResponse({ type: FirstCheckCouncils })
  listFirstCheckRules(@CurrentActor() actor: Actor): Promise<FirstCheckCouncils> {
    return this.rules.list(actor);
  }

  @Put('first-check-rules/:id')
  @Access('staff')
  @ApiOkResponse({ type: FirstCheckCouncils })
  setFirstCheckRule(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: FirstCheckRuleRequest): Promise<FirstCheckCouncils> {
    return this.rules.set(actor, id, body);
  }

  @Delete('first-check-rules/:id')
  @Access('staff')
  @ApiOkResponse({ type: FirstCheckCouncils })
  unsetFirstCheckRule(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FirstCheckCouncils> {
    return this.rules.unset(actor, id);
  }
}
