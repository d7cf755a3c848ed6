import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { Db } from '@yoriai/platform';
import { EventDetail } from '../event/event.dto.js';
import { Postponements } from './postponements.service.js';
import { WardDecisions } from './ward-decisions.service.js';
import { WardDecisionList } from './ward-decision.dto.js';
import { Holdings } from './holdings.service.js';
import { DayProposals } from './reduction/day-proposals.service.js';
import { EventDayProposals, ReductionRequest } from './reduction/reduction.dto.js';
import { Reductions } from './reduction/reductions.service.js';
import type { WeatherAlert } from './alerts/alert-source.js';
import { Alerts } from './alerts/alerts.service.js';
import { AlertList, HoldingRequest, PostponementRequest } from './weather.dto.js';

/** What is decided about the day of an event. */
@ApiTags('events')
@Controller('api/events/:id')
@Access('officer')
export class WeatherController {
  constructor(
    private readonly postponements: Postponements,
    private readonly holdings: Holdings,
    private readonly reductions: Reductions,
    private readonly proposals: DayProposals,
  ) {}

  @Post('postponement')
  @ApiCreatedResponse({ type: EventDetail })
  postponeEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PostponementRequest): Promise<EventDetail> {
    return this.postponements.postpone(actor, id, body);
  }

  @Post('holding')
  @ApiCreatedResponse({ type: EventDetail })
  holdEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: HoldingRequest): Promise<EventDetail> {
    return this.holdings.hold(actor, id, body.startsAt, body.after);
  }

  @Post('reduction')
  @ApiCreatedResponse({ type: EventDetail })
  reduceEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReductionRequest): Promise<EventDetail> {
    return this.reductions.reduce(actor, id, body);
  }

  @Get('day-proposal')
  @ApiOkResponse({ type: EventDayProposals })
  getDayProposal(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EventDayProposals> {
    return this.proposals.of(actor, id);
  }
}

/** What the ward office decided about events of associations, for those who lead them. */
@ApiTags('events')
@Controller('api')
@Access('officer')
export class WardDecisionController {
  constructor(private readonly decisions: WardDecisions) {}

  @Get('ward-decisions')
  @ApiOkResponse({ type: WardDecisionList })
  listWardDecisions(@CurrentActor() actor: Actor): Promise<WardDecisionList> {
    return this.decisions.list(actor);
  }

  @Post('events/:id/ward-decision-reading')
  @HttpCode(200)
  @ApiOkResponse({ type: WardDecisionList })
  readWardDecision(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<WardDecisionList> {
    return this.decisions.read(actor, id);
  }
}

/** Weather as others say it, for whoever has to decide. */
@ApiTags('events')
@Controller('api/alerts')
@Access('officer')
export class AlertController {
  constructor(
    private readonly db: Db,
    private readonly alerts: Alerts,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Warnings and heat that stand now' })
  @ApiOkResponse({ type: AlertList })
  getStanding(): Promise<AlertList> {
    return this.db.read(async (tx) => ({
      items: (await this.alerts.standing(tx)).map(({ source, alerts }) => ({ source, alerts: alerts && alerts.map(told) })),
      gravest: (await this.alerts.gravest(tx)).map(told),
    }));
  }
}

/** Without what is reckoned with alone. */
function told<A extends WeatherAlert>({ hours: _hours, graveSince: _graveSince, ...alert }: A): Omit<A, 'hours' | 'graveSince'> {
  return alert;
}
