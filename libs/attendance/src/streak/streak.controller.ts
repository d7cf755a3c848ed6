import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { SeriesStreaks } from './series-streaks.service.js';
import { StreakList } from './streak.dto.js';

@ApiTags('attendance')
@Controller('api/series/:id')
@Access('officer')
export class StreakController {
  constructor(private readonly streaks: SeriesStreaks) {}

  @Get('streaks')
  @ApiOkResponse({ type: StreakList })
  getSeriesStreaks(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreakList> {
    return this.streaks.ofSeries(actor, id);
  }
}
