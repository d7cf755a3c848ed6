import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { EventShiftList, FreeShiftList, HandsList } from './shift.dto.js';
import { Shifts } from './shift.service.js';

@ApiTags('rosters')
@Controller('api')
export class ShiftController {
  constructor(private readonly shifts: Shifts) {}

  @Get('shifts/free')
  @Access('signed-in')
  @ApiOperation({ summary: 'Shifts that the signed-in person can take, soonest first' })
  @ApiOkResponse({ type: FreeShiftList })
  listFreeShifts(@CurrentActor() actor: Actor): Promise<FreeShiftList> {
    return this.shifts.freeForMe(actor);
  }

  @Get('shifts/hands')
  @Access('officer')
  @ApiOperation({ summary: 'How many hands the published events have that the signed-in person leads, without names' })
  @ApiOkResponse({ type: HandsList })
  listHands(@CurrentActor() actor: Actor): Promise<HandsList> {
    return this.shifts.handsFor(actor);
  }

  @Get('events/:id/shifts')
  @Access('officer')
  @ApiOperation({ summary: 'Shifts of an event with who is on them, for those who run it' })
  @ApiOkResponse({ type: EventShiftList })
  listEventShifts(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EventShiftList> {
    return this.shifts.roster(actor, id);
  }
}
