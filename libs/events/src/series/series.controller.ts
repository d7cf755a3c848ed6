import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { PlannedDateList, SchoolClosureList, SchoolClosureRequest, SeriesDateRequest, SeriesDetail, SeriesEndingRequest } from './series.dto.js';
import { SeriesForecast } from './series-forecast.service.js';
import { SeriesDesk } from './series.service.js';

@ApiTags('series')
@Controller('api/series')
@Access('officer')
export class SeriesController {
  constructor(private readonly desk: SeriesDesk) {}

  @Get(':id')
  @ApiOkResponse({ type: SeriesDetail })
  getSeries(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SeriesDetail> {
    return this.desk.detail(actor, id);
  }

  @Post(':id/skips')
  @ApiCreatedResponse({ type: SeriesDetail })
  skipSeriesDate(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { date }: SeriesDateRequest): Promise<SeriesDetail> {
    return this.desk.skip(actor, id, date);
  }

  @Post(':id/restorations')
  @ApiCreatedResponse({ type: SeriesDetail })
  restoreSeriesDate(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { date }: SeriesDateRequest): Promise<SeriesDetail> {
    return this.desk.restore(actor, id, date);
  }

  @Post(':id/ending')
  @ApiCreatedResponse({ type: SeriesDetail })
  endSeries(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { lastOn }: SeriesEndingRequest): Promise<SeriesDetail> {
    return this.desk.end(actor, id, lastOn);
  }
}

@ApiTags('series')
@Controller('api/events')
@Access('officer')
export class PlannedDateController {
  constructor(private readonly forecast: SeriesForecast) {}

  @Get(':id/planned-dates')
  @ApiOkResponse({ type: PlannedDateList })
  getPlannedDates(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PlannedDateList> {
    return this.forecast.ahead(actor, id);
  }
}

@ApiTags('series')
@Controller('api/school-closures')
@Access('staff')
export class SchoolClosureController {
  constructor(private readonly desk: SeriesDesk) {}

  @Get()
  @ApiOkResponse({ type: SchoolClosureList })
  listSchoolClosures(): Promise<SchoolClosureList> {
    return this.desk.closures();
  }

  @Post()
  @ApiCreatedResponse({ type: SchoolClosureList })
  addSchoolClosure(@CurrentActor() actor: Actor, @Body() body: SchoolClosureRequest): Promise<SchoolClosureList> {
    return this.desk.addClosure(actor, body);
  }

  @Delete(':id')
  @HttpCode(200)
  @ApiOkResponse({ type: SchoolClosureList })
  removeSchoolClosure(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SchoolClosureList> {
    return this.desk.removeClosure(actor, id);
  }
}
