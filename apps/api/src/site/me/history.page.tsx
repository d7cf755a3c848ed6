import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { Histories, type OwnYear } from '@yoriai/attendance';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { HistoryView } from './history-view.js';

/** これまでの活動: one's own duties that are over, with their hours. */
@ApiExcludeController()
@Controller('me/history')
@Access('signed-in')
export class HistoryPage {
  constructor(
    private readonly pages: Pages,
    private readonly histories: Histories,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = this.pages.t(request);
    const years = (await this.histories.mine(actor)).map((year): OwnYear => ({ ...year, duties: year.duties.map((duty) => this.pages.dutyTitled(request, duty)) }));
    await this.pages.send(request, reply, { title: t('site.history.title'), width: 'narrow', body: <HistoryView t={t} years={years} /> });
  }
}
