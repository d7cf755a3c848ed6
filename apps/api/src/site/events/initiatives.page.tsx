import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { Initiatives } from '@yoriai/events';
import { Db } from '@yoriai/platform';
import { initiativeName, initiativeWords, withoutReadings } from '@yoriai/ui';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { EventReader } from './event-reader.js';
import { feedHead } from './feed-links.js';
import { InitiativeView, InitiativesView } from './initiatives-view.js';

/** The programmes and campaigns of the ward's plan (取組), and what comes of one of them, whoever holds it. */
@ApiExcludeController()
@Controller('initiatives')
@Access('public')
export class InitiativesPage {
  constructor(
    private readonly pages: Pages,
    private readonly db: Db,
    private readonly events: EventReader,
    private readonly initiatives: Initiatives,
  ) {}

  @Get()
  async all(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = this.pages.t(request);
    await this.pages.sendPublic(request, reply, async () => {
      const [{ items }, named] = await Promise.all([this.initiatives.list(), this.events.initiatives()]);
      const coming = new Set(named.flatMap((each) => (each.coming ? [each.code] : [])));
      return { title: t('site.initiatives.title'), body: <InitiativesView t={t} initiatives={items} coming={coming} /> };
    });
  }

  /** One initiative. Refuses `initiative.not-found` (404). */
  @Get(':code')
  async one(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('code') code: string): Promise<void> {
    const t = this.pages.t(request);
    await this.pages.sendPublic(request, reply, async () => {
      const { initiative, held } = await this.db.read(async (tx) => ({ initiative: await this.initiatives.byCode(tx, code), held: await this.initiatives.held(tx, code) }));
      const { coming, past } = await this.events.ofInitiative(code);
      const titled = <L extends typeof coming>(listing: L): L => ({ ...listing, items: listing.items.map((event) => this.pages.titled(request, event)) });
      const { officePhone: phone, publicUrl } = this.pages.config;
      const head = (
        <>
          <link rel="canonical" href={`${publicUrl}/initiatives/${initiative.code}`} />
          {feedHead(t, { page: 1, initiative: initiative.code })}
        </>
      );
      const body = <InitiativeView t={t} initiative={initiative} held={held} coming={titled(coming)} past={titled(past)} phone={phone} publicUrl={publicUrl} now={this.events.now()} />;
      return { title: withoutReadings(initiativeName(t, initiative)), description: initiativeWords(t, initiative), head, body };
    });
  }
}
