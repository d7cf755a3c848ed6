import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { PageQuery } from '@yoriai/platform';
import { DutyPage } from './duty-list.dto.js';
import { DutyList } from './duty-list.service.js';
import { EventShiftList, HandsList } from './shift.dto.js';
import { Shifts } from './shift.service.js';

@ApiTags('rosters')
@Controller('api')
export class ShiftController {
  constructor(
    private readonly shifts: Shifts,
    private readonly duties: DutyList,
  ) {}

  @Get('shifts/free')
  @Access('signed-in')
  @ApiOperation({ summary: 'Duties that the signed-in person can take, soonest first, in pages; those of events for their circles too' })
  @ApiOkResponse({ type: DutyPage })
  listFreeShifts(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<DutyPage> {
    return this.duties.forMe(actor, query.page);
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
