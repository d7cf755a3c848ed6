import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import type { SiteRequest } from '../site/page/site-request.js';
import { ListReader } from './list-reader.js';
import { choicesOf } from './paper-choices.js';
import { participantListCsv } from './participant-list.csv.js';

/** 参加者名簿 for a spreadsheet: the paper's names and contacts, for those who lead the event; each reading is logged. */
@ApiExcludeController()
@Controller('print/events/:id')
@Access('officer')
export class ParticipantListPage {
  constructor(private readonly lists: ListReader) {}

  @Get('participant-list.csv')
  async table(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    const text = participantListCsv(choicesOf(request).t, await this.lists.participants(actor, id));
    await reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="participants.csv"').header('cache-control', 'no-store').send(text);
  }
}
