import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { CheckIns } from './check-in.service.js';
import { CheckInAnswer, CheckInRequest, CheckInUndoRequest, ReceptionList, SettlementAnswer, SettlementRequest } from './reception.dto.js';
import { Reception } from './reception.service.js';
import { Reviews } from './review.service.js';

@ApiTags('attendance')
@Controller('api/events/:id')
export class ReceptionController {
  constructor(
    private readonly reception: Reception,
    private readonly checkIns: CheckIns,
    private readonly reviews: Reviews,
  ) {}

  @Get('reception')
  @Access('officer')
  @ApiOperation({ summary: 'Who is expected and who is there, in kana order' })
  @ApiOkResponse({ type: ReceptionList })
  getReception(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReceptionList> {
    return this.reception.forLeader(actor, id);
  }

  @Post('check-ins')
  @Access('officer')
  @HttpCode(200)
  @ApiOperation({ summary: 'Receive somebody, by ticket, by name or as a headcount' })
  @ApiOkResponse({ type: CheckInAnswer })
  checkIn(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CheckInRequest): Promise<CheckInAnswer> {
    return this.checkIns.checkIn(actor, id, body);
  }

  @Post('check-in-undos')
  @Access('officer')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a check-in back' })
  @ApiOkResponse({ type: CheckInAnswer })
  undoCheckIn(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CheckInUndoRequest): Promise<CheckInAnswer> {
    return this.checkIns.undo(actor, id, body);
  }

  @Post('reviews/:nonce/settlement')
  @Access('officer')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decide about an act that was unclear: it counts after all, or nothing comes of it' })
  @ApiOkResponse({ type: SettlementAnswer })
  settleReview(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('nonce') nonce: string, @Body() body: SettlementRequest): Promise<SettlementAnswer> {
    return this.reviews.settle(actor, id, nonce, body.verdict);
  }
}
