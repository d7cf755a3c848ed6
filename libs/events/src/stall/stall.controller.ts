import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { StallAnswerRequest, StallCallRequest, StallList, StallPlotRequest } from './stall.dto.js';
import { Stalls } from './stalls.service.js';

/** Each answers the stalls of the event as they then stand. */
@ApiTags('stalls')
@Controller('api')
@Access('officer')
export class StallController {
  constructor(private readonly stalls: Stalls) {}

  @Get('events/:id/stalls')
  @ApiOkResponse({ type: StallList })
  getStalls(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StallList> {
    return this.stalls.ofEvent(actor, id);
  }

  @Put('events/:id/stall-call')
  @ApiOkResponse({ type: StallList })
  openStalls(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: StallCallRequest): Promise<StallList> {
    return this.stalls.open(actor, id, body);
  }

  @Post('stalls/:id/acceptance')
  @HttpCode(200)
  @ApiOkResponse({ type: StallList })
  acceptStall(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { words = null }: StallAnswerRequest): Promise<StallList> {
    return this.stalls.accept(actor, id, words);
  }

  @Post('stalls/:id/refusal')
  @HttpCode(200)
  @ApiOkResponse({ type: StallList })
  declineStall(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { words = null }: StallAnswerRequest): Promise<StallList> {
    return this.stalls.decline(actor, id, words);
  }

  @Put('stalls/:id/plot')
  @HttpCode(200)
  @ApiOkResponse({ type: StallList })
  placeStall(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { plot = null }: StallPlotRequest): Promise<StallList> {
    return this.stalls.place(actor, id, plot);
  }
}
