import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { Clock } from '@yoriai/platform';
import type { SiteRequest } from '../site/page/site-request.js';
import { CompletionListView } from './completion-list-view.js';
import { ListReader } from './list-reader.js';
import { Papers } from './papers.js';

/** 修了者名簿: who was there of those who applied, for those who lead the event; each reading is logged. */
@ApiExcludeController()
@Controller()
@Access('officer')
export class CompletionListPage {
  constructor(
    private readonly papers: Papers,
    private readonly lists: ListReader,
    private readonly clock: Clock,
  ) {}

  @Get(['print/events/:id/completion-list', 'print/events/:id/completion-list.pdf'])
  list(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, { personal: true, draw: async (tools) => <CompletionListView tools={tools} list={await this.lists.completions(actor, id)} now={this.clock.now()} /> });
  }
}
