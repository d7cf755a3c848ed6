import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { wardNameIn } from '@yoriai/ui';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { DutyReader } from '../volunteer/duty-reader.js';
import { EventReader } from './event-reader.js';
import { HomeView } from './home-view.js';

/** The first page: the next events, and duties that are free for everybody. */
@ApiExcludeController()
@Controller()
@Access('public')
export class HomePage {
  constructor(
    private readonly pages: Pages,
    private readonly events: EventReader,
    private readonly duties: DutyReader,
  ) {}

  @Get()
  async home(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = this.pages.t(request);
    const { config } = this.pages;
    const ward = wardNameIn(t, config);
    await this.pages.sendPublic(request, reply, async () => {
      const found = await this.events.list({});
      const duties = (await this.duties.soonest()).map((duty) => this.pages.dutyTitled(request, duty));
      const listing = { ...found, items: found.items.map((event) => this.pages.titled(request, event)), areas: found.areas.map((area) => this.pages.named(request, area)), duties };
      const body = <HomeView t={t} ward={ward} phone={config.officePhone} listing={listing} now={this.events.now()} />;
      return { width: 'full', description: t('site.home.lead', { ward }), body };
    });
  }
}
