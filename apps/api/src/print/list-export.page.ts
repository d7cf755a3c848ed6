import { Controller, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { ListRequests, loggedReason, readReason, type ListName } from '@yoriai/events';
import { jstDate } from '@yoriai/platform';
import { formOf } from '../site/page/submissions.js';
import type { SiteRequest } from '../site/page/site-request.js';
import { completionListCsv } from './completion-list.csv.js';
import { ListReader, type Export } from './list-reader.js';
import { choicesOf } from './paper-choices.js';
import { participantListCsv } from './participant-list.csv.js';

/** Lists of people for a spreadsheet, for those who lead the event: asked for by a form that says what for, which is logged with the number of rows. Ward staff said it when they asked a second person (docs/adr/0072). */
@ApiExcludeController()
@Controller('print/events/:id')
@Access('officer')
export class ListExportPage {
  constructor(
    private readonly lists: ListReader,
    private readonly requests: ListRequests,
  ) {}

  @Post('participant-list.csv')
  @HttpCode(200)
  async participants(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    const list = await this.lists.participants(actor, id, this.taken(actor, request, 'participant-list'));
    await send(reply, `participants-${dayOf(list.event)}.csv`, participantListCsv(choicesOf(request).t, list));
  }

  @Post('completion-list.csv')
  @HttpCode(200)
  async completions(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    const list = await this.lists.completions(actor, id, this.taken(actor, request, 'completion-list'));
    await send(reply, `completions-${dayOf(list)}.csv`, completionListCsv(choicesOf(request).t, list));
  }

  private taken(actor: Actor, request: SiteRequest, list: ListName): Export {
    return (tx, event) => this.requests.take(tx, actor, event, list, () => loggedReason(readReason(formOf(request))));
  }
}

/** A list is told from others by the day of its event. */
const dayOf = ({ startsAt }: { startsAt: Date | string | null }): string => (startsAt === null ? 'no-day' : jstDate(new Date(startsAt)));

async function send(reply: FastifyReply, name: string, text: string): Promise<void> {
  await reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store').send(text);
}
