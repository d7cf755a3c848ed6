import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { feedHead } from '../events/feed-links.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { AssociationReader } from './association-reader.js';
import { AssociationView } from './association-view.js';

/** What an association does. */
@ApiExcludeController()
@Controller('organisations')
@Access('public')
export class AssociationPage {
  constructor(
    private readonly pages: Pages,
    private readonly associations: AssociationReader,
  ) {}

  /** One association. Refuses `organisation.not-found` (404). */
  @Get(':slug')
  async one(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    const t = this.pages.t(request);
    const { officePhone, publicUrl } = this.pages.config;
    await this.pages.sendPublic(request, reply, async () => {
      const found = await this.associations.bySlug(slug);
      const titled = <T extends { title: string; kana: string | null }>(events: readonly T[]): T[] => events.map((event) => this.pages.titled(request, event));
      const area = found.coming.areas.find(({ id }) => id === found.association.areaId);
      const association = { ...found.association, areaName: area === undefined ? null : this.pages.named(request, area).name };
      const shown = { ...found, association, year: titled(found.year), coming: { ...found.coming, items: titled(found.coming.items) } };
      const head = (
        <>
          <link rel="canonical" href={`${publicUrl}/organisations/${association.slug}`} />
          {feedHead(t, { page: 1, host: association.slug })}
        </>
      );
      const body = <AssociationView t={t} shown={shown} phone={officePhone} publicUrl={publicUrl} now={this.associations.now()} />;
      return { title: association.name, description: t('site.org.lead', { name: association.name }), head, body };
    });
  }
}
