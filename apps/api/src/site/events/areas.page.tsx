import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { EventNotices, Venues } from '@yoriai/events';
import { areaName } from '@yoriai/ui';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { AreaView, AreasView } from './areas-view.js';
import { EventReader } from './event-reader.js';
import { feedHead } from './feed-links.js';

/** The areas of the ward, and what is on in one of them. */
@ApiExcludeController()
@Controller('areas')
@Access('public')
export class AreasPage {
  constructor(
    private readonly pages: Pages,
    private readonly events: EventReader,
    private readonly venues: Venues,
    private readonly notices: EventNotices,
  ) {}

  @Get()
  async all(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = this.pages.t(request);
    await this.pages.sendPublic(request, reply, async () => {
      const areas = (await this.events.allAreas()).map((area) => this.pages.named(request, area));
      const refuges = (await this.venues.refuges()).map((place) => this.pages.named(request, place));
      return { title: t('site.home.areas'), body: <AreasView t={t} areas={areas} refuges={refuges} /> };
    });
  }

  /** One area. Refuses `platform.not-found` (404) for a name that is none. */
  @Get(':area')
  async one(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('area') slug: string): Promise<void> {
    const t = this.pages.t(request);
    await this.pages.sendPublic(request, reply, async () => {
      const { area: found, groups, past, ...events } = await this.events.area(slug);
      const area = this.pages.named(request, found);
      const listing = { ...events, items: events.items.map((event) => this.pages.titled(request, event)) };
      const refuges = (await this.venues.refuges(area.id)).map((place) => this.pages.named(request, place));
      const documents = await this.notices.ofArea(slug);
      const head = (
        <>
          <link rel="canonical" href={`${this.pages.config.publicUrl}/areas/${area.slug}`} />
          {feedHead(t, { page: 1, area: area.slug })}
        </>
      );
      const body = <AreaView t={t} area={area} listing={listing} groups={groups} refuges={refuges} documents={documents} past={past} phone={this.pages.config.officePhone} publicUrl={this.pages.config.publicUrl} now={this.events.now()} />;
      return { title: t('site.area.title', { area: areaName(t, area) }), head, body };
    });
  }
}
