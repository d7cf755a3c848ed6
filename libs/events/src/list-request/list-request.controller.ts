import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { ListExports } from './list-exports.service.js';
import { ListExportLog, ListExportQuery } from './list-export.dto.js';
import { ListReplyBody, ListRequestBody, ListRequestList, ListRequestsOfEvent } from './list-request.dto.js';
import { ListRequests } from './list-requests.service.js';

/** Lists with names that leave as a file: the ward office asks a second person, the privacy officer reads what left. */
@ApiTags('events')
@Controller('api')
export class ListRequestController {
  constructor(
    private readonly requests: ListRequests,
    private readonly exports: ListExports,
  ) {}

  @Get('events/:id/list-requests')
  @Access('officer')
  @ApiOkResponse({ type: ListRequestsOfEvent })
  listRequestsOfEvent(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ListRequestsOfEvent> {
    return this.requests.ofEvent(actor, id);
  }

  @Post('events/:id/list-requests')
  @Access('officer')
  @ApiCreatedResponse({ type: ListRequestsOfEvent })
  askForList(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ListRequestBody): Promise<ListRequestsOfEvent> {
    return this.requests.ask(actor, id, body);
  }

  @Get('list-requests')
  @Access('staff')
  @ApiOkResponse({ type: ListRequestList })
  pendingListRequests(@CurrentActor() actor: Actor): Promise<ListRequestList> {
    return this.requests.pending(actor);
  }

  @Post('list-requests/:id/allowance')
  @Access('staff')
  @ApiCreatedResponse({ type: ListRequestList })
  allowList(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reply }: ListReplyBody): Promise<ListRequestList> {
    return this.requests.allow(actor, id, reply ?? null);
  }

  @Post('list-requests/:id/refusal')
  @Access('staff')
  @ApiCreatedResponse({ type: ListRequestList })
  refuseList(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reply }: ListReplyBody): Promise<ListRequestList> {
    return this.requests.deny(actor, id, reply ?? null);
  }

  @Get('list-exports')
  @Access('privacy-officer')
  @ApiOkResponse({ type: ListExportLog })
  listExports(@CurrentActor() actor: Actor, @Query() { month }: ListExportQuery): Promise<ListExportLog> {
    return this.exports.ofMonth(actor, month ?? null);
  }
}
