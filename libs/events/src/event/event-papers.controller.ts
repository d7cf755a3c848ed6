import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { FILE_TYPE, received } from '@yoriai/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventChecklist } from './event-checklist.service.js';
import { ConditionConfirmationRequest, ConditionWordRequest } from './event-decision.dto.js';
import { EventEvidence } from './event-evidence.service.js';
import { EventDetail } from './event.dto.js';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** What an event needs besides the ward's yes: words about its procedures, and the files that prove something. */
@ApiTags('events')
@Controller('api/events/:id')
@Access('officer')
export class EventPapersController {
  constructor(
    private readonly checklist: EventChecklist,
    private readonly evidence: EventEvidence,
  ) {}

  @Post('checklist/:code/report')
  @ApiCreatedResponse({ type: EventDetail })
  reportProcedure(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('code') code: string, @Body() { words }: ConditionConfirmationRequest): Promise<EventDetail> {
    return this.checklist.say(actor, id, code, 'reported', words ?? null);
  }

  @Post('checklist/:code/confirmation')
  @ApiCreatedResponse({ type: EventDetail })
  confirmProcedure(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('code') code: string, @Body() { words }: ConditionConfirmationRequest): Promise<EventDetail> {
    return this.checklist.say(actor, id, code, 'confirmed', words ?? null);
  }

  @Post('checklist/:code/return')
  @ApiCreatedResponse({ type: EventDetail })
  returnProcedure(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('code') code: string, @Body() { words }: ConditionWordRequest): Promise<EventDetail> {
    return this.checklist.say(actor, id, code, 'sent-back', words);
  }

  @Post('checklist/:code/waiver')
  @ApiCreatedResponse({ type: EventDetail })
  waiveProcedure(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('code') code: string, @Body() { words }: ConditionWordRequest): Promise<EventDetail> {
    return this.checklist.say(actor, id, code, 'waived', words);
  }

  @Post('checklist/:code/withdrawal')
  @ApiOperation({ summary: 'The event is off, and whoever had agreed was told' })
  @ApiCreatedResponse({ type: EventDetail })
  withdrawProcedure(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('code') code: string): Promise<EventDetail> {
    return this.checklist.withdraw(actor, id, code);
  }

  @Post('checklist/:code/files')
  @ApiOperation({ summary: 'A photo (JPEG, PNG, WebP) or a PDF, 8 MB at most' })
  @ApiConsumes(FILE_TYPE)
  @ApiBody(FILE)
  @ApiCreatedResponse({ type: EventDetail })
  addProcedureFile(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Param('id', ParseUUIDPipe) id: string, @Param('code') code: string): Promise<EventDetail> {
    return this.evidence.add(actor, id, { aboutKind: 'item', aboutId: code }, () => received(request.body));
  }

  @Post('conditions/:conditionId/files')
  @ApiOperation({ summary: 'A photo (JPEG, PNG, WebP) or a PDF, 8 MB at most' })
  @ApiConsumes(FILE_TYPE)
  @ApiBody(FILE)
  @ApiCreatedResponse({ type: EventDetail })
  addConditionFile(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Param('id', ParseUUIDPipe) id: string, @Param('conditionId', ParseUUIDPipe) conditionId: string): Promise<EventDetail> {
    return this.evidence.add(actor, id, { aboutKind: 'condition', aboutId: conditionId }, () => received(request.body));
  }

  /** Handed out to be kept, never to be run: of one type, under a name of our own, in a box of its own. */
  @Get('files/:fileId')
  @ApiOkResponse({ content: { 'image/jpeg': FILE, 'application/pdf': FILE } })
  async getEventFile(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('fileId', ParseUUIDPipe) fileId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { kind, content, name } = await this.evidence.read(actor, id, fileId);
    void reply.header('content-security-policy', "default-src 'none'; sandbox");
    return new StreamableFile(content, { type: kind, length: content.length, disposition: `attachment; filename="${name}"` });
  }

  @Post('files/:fileId/removal')
  @ApiCreatedResponse({ type: EventDetail })
  removeEventFile(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('fileId', ParseUUIDPipe) fileId: string): Promise<EventDetail> {
    return this.evidence.remove(actor, id, fileId);
  }
}
