import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { wordsFor } from '../http/language.js';
import { EventExports } from './event-export.service.js';
import { ImportAnswer, ImportRequest } from './event-import.dto.js';
import { EventImports } from './event-import.service.js';

const CSV = 'text/csv';

/** Lists of open data, in and out. */
@ApiTags('open-data')
@Controller('api')
@Access('officer')
export class EventListController {
  constructor(
    private readonly imports: EventImports,
    private readonly exports: EventExports,
  ) {}

  @Post('event-imports/previews')
  @HttpCode(200)
  @ApiOperation({ summary: 'What would become of each row of a list of events; nothing is written' })
  @ApiOkResponse({ type: ImportAnswer })
  previewImport(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Body() body: ImportRequest): Promise<ImportAnswer> {
    return this.imports.preview(actor, body, wordsFor(request));
  }

  @Post('event-imports')
  @HttpCode(200)
  @ApiOperation({ summary: 'Rows of a list of events become drafts; those that are there already stay as they are' })
  @ApiOkResponse({ type: ImportAnswer })
  importEvents(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Body() body: ImportRequest): Promise<ImportAnswer> {
    return this.imports.take(actor, body, wordsFor(request));
  }

  @Get('organisations/:id/events.csv')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The events of an organisation as a list of open data, drafts too' })
  @ApiProduces(CSV)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportEvents(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const content = Buffer.from(await this.exports.file(actor, id));
    return new StreamableFile(content, { type: `${CSV}; charset=utf-8`, length: content.length, disposition: 'attachment; filename="events.csv"' });
  }
}
