import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { ReportDesk, ReportDeskQuery } from './report-desk.dto.js';
import { ReportDesks } from './report-desk.service.js';

@ApiTags('events')
@Controller('api/event-reports')
@Access('staff')
export class ReportDeskController {
  constructor(private readonly desk: ReportDesks) {}

  @Get()
  @ApiOkResponse({ type: ReportDesk })
  listEventReports(@CurrentActor() actor: Actor, @Query() query: ReportDeskQuery): Promise<ReportDesk> {
    return this.desk.list(actor, query);
  }
}
