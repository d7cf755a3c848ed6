import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { DayCounts } from '@yoriai/platform';
import { hostCode, hostOfCode, linkUse } from '@yoriai/reporting';
import { AssociationReader } from '../associations/association-reader.js';
import { EventReader } from '../events/event-reader.js';
import { Pages } from '../page/pages.js';

/** The codes on posters and circulars, which stay what they are: `/q/k7m2xp` leads to an event, `/q/o-nishisenba` to an association. Older posters say `/e/`. */
@ApiExcludeController()
@Controller()
@Access('public')
export class ShortLinkPage {
  constructor(
    private readonly pages: Pages,
    private readonly events: EventReader,
    private readonly associations: AssociationReader,
    private readonly counts: DayCounts,
  ) {}

  /** Counted by day, and of who followed it nothing. Refuses `event.not-found`, `organisation.not-found` (404). */
  @Get(['q/:code', 'e/:code'])
  async follow(@Res() reply: FastifyReply, @Param('code') code: string): Promise<void> {
    const host = hostOfCode(code);
    if (host !== null) {
      await this.associations.bySlug(host);
      this.counts.add(linkUse(hostCode(host)));
      return this.pages.seeOther(reply, `/organisations/${host}`);
    }
    const { slug, shortCode } = await this.events.byShortCode(code);
    this.counts.add(linkUse(shortCode));
    return this.pages.seeOther(reply, `/events/${slug}`);
  }
}
