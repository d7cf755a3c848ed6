import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { PublicDraws, partsOf, type PublicDraw } from '@yoriai/events';
import { Db, refuse } from '@yoriai/platform';
import { EventReader } from '../events/event-reader.js';
import type { ShownEvent } from '../events/shown-event.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { drawCsv } from './draw.csv.js';
import { DrawView } from './draw-view.js';

/** 抽選のしくみと結果: what was promised, and everything that it takes to repeat the draw. */
@ApiExcludeController()
@Controller('events/:slug')
@Access('public')
export class DrawPage {
  constructor(
    private readonly pages: Pages,
    private readonly db: Db,
    private readonly events: EventReader,
    private readonly draws: PublicDraws,
  ) {}

  @Get('draw')
  async page(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    const t = this.pages.t(request);
    await this.pages.sendPublic(request, reply, async () => {
      const { event, draws } = await this.of(slug);
      return { title: t('site.draw.page', { event: event.title }), noindex: true, body: <DrawView t={t} event={this.pages.titled(request, event)} draws={draws} /> };
    });
  }

  @Get('draw.csv')
  async table(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    const read = async () => ({ text: drawCsv((await this.of(slug)).draws), saveAs: `${partsOf(slug).slug}-draw.csv` });
    await this.pages.sendFile(request, reply, { type: 'text/csv; charset=utf-8', read });
  }

  private async of(slug: string): Promise<{ event: ShownEvent; draws: PublicDraw[] }> {
    const event = await this.events.bySlug(slug);
    const draws = await this.db.read((tx) => this.draws.ofEvent(tx, event.id));
    return draws.length > 0 ? { event, draws } : refuse('application.no-draw', { status: 404 });
  }
}
