import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { AwardsRequest, ContestDetail, ContestRequest, JudgeRequest, SheetRequest } from './contest.dto.js';
import { Contests } from './contests.service.js';
import { Judging } from './judging.service.js';

/** Each answers the contest as it then stands. */
@ApiTags('contest')
@Controller('api')
@Access('officer')
export class ContestController {
  constructor(
    private readonly contests: Contests,
    private readonly judging: Judging,
  ) {}

  @Get('events/:id/contest')
  @ApiOkResponse({ type: ContestDetail })
  getContest(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ContestDetail> {
    return this.contests.ofEvent(actor, id);
  }

  @Put('events/:id/contest')
  @ApiOkResponse({ type: ContestDetail })
  setUpContest(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ContestRequest): Promise<ContestDetail> {
    return this.contests.setUp(actor, id, body);
  }

  @Post('events/:id/contest/judges')
  @HttpCode(200)
  @ApiOkResponse({ type: ContestDetail })
  addJudge(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: JudgeRequest): Promise<ContestDetail> {
    return this.contests.addJudge(actor, id, body);
  }

  @Post('contest-judges/:id/removal')
  @HttpCode(200)
  @ApiOkResponse({ type: ContestDetail })
  removeJudge(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ContestDetail> {
    return this.contests.removeJudge(actor, id);
  }

  @Put('contest-judges/:id/sheets/:number')
  @ApiOkResponse({ type: ContestDetail })
  enterSheet(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('number', ParseIntPipe) number: number, @Body() { points }: SheetRequest): Promise<ContestDetail> {
    return this.judging.enterPaper(actor, id, number, points);
  }

  @Put('events/:id/contest/awards')
  @ApiOkResponse({ type: ContestDetail })
  awardContest(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AwardsRequest): Promise<ContestDetail> {
    return this.contests.award(actor, id, body);
  }

  @Post('events/:id/contest/closing')
  @HttpCode(200)
  @ApiOkResponse({ type: ContestDetail })
  closeJudging(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ContestDetail> {
    return this.contests.close(actor, id);
  }

  @Post('events/:id/contest/reopening')
  @HttpCode(200)
  @ApiOkResponse({ type: ContestDetail })
  reopenJudging(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ContestDetail> {
    return this.contests.reopen(actor, id);
  }

  @Post('events/:id/contest/results')
  @HttpCode(200)
  @ApiOkResponse({ type: ContestDetail })
  confirmResults(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ContestDetail> {
    return this.contests.confirm(actor, id);
  }
}
