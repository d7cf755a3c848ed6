import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { AssignmentList, AssignmentResponse, CancelAssignmentRequest, TakeShiftRequest } from './assignment.dto.js';
import { EnteredHand, EnterHandRequest } from './proxy-assignment.dto.js';
import { ProxyAssignments } from './proxy-assignments.service.js';
import { Assignments } from './assignment.service.js';

@ApiTags('rosters')
@Controller('api')
export class AssignmentController {
  constructor(
    private readonly assignments: Assignments,
    private readonly proxies: ProxyAssignments,
  ) {}

  @Get('assignments')
  @Access('signed-in')
  @ApiOperation({ summary: 'Duties of the signed-in person' })
  @ApiOkResponse({ type: AssignmentList })
  listMyAssignments(@CurrentActor() actor: Actor): Promise<AssignmentList> {
    return this.assignments.mine(actor);
  }

  @Post('shifts/:id/assignments')
  @Access('signed-in')
  @ApiOperation({ summary: 'Take a place on a shift' })
  @ApiCreatedResponse({ type: AssignmentResponse })
  takeShift(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: TakeShiftRequest): Promise<AssignmentResponse> {
    return this.assignments.take(actor, id, body.invitation);
  }

  @Post('shifts/:id/proxy-assignments')
  @Access('officer')
  @ApiOperation({ summary: 'Put somebody on a shift who said yes by telephone, at the desk or on paper' })
  @ApiCreatedResponse({ type: EnteredHand })
  enterHand(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: EnterHandRequest): Promise<EnteredHand> {
    return this.proxies.enter(actor, id, body);
  }

  @Post('assignments/:id/cancellation')
  @Access('signed-in')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a place back (volunteer), or take somebody off a shift (host)' })
  @ApiOkResponse({ type: AssignmentResponse })
  cancelAssignment(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CancelAssignmentRequest): Promise<AssignmentResponse> {
    return this.assignments.cancel(actor, id, body.reason);
  }
}
