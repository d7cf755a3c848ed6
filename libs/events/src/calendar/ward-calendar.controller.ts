import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { EventsBeside, WardCalendar, WardCalendarQuery } from './ward-calendar.dto.js';
import { WardCalendars } from './ward-calendar.service.js';

@ApiTags('events')
@Controller('api')
@Access('staff')
export class WardCalendarController {
  constructor(private readonly calendars: WardCalendars) {}

  @Get('ward-calendar')
  @ApiOkResponse({ type: WardCalendar })
  getWardCalendar(@CurrentActor() actor: Actor, @Query() { month }: WardCalendarQuery): Promise<WardCalendar> {
    return this.calendars.month(actor, month);
  }

  @Get('events/:id/beside')
  @ApiOkResponse({ type: EventsBeside })
  getEventsBeside(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EventsBeside> {
    return this.calendars.beside(actor, id);
  }
}
