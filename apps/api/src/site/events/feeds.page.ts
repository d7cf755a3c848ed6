import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { partsOf } from '@yoriai/events';
import { isLang, translator, wardNameIn, withoutReadings, type Translate } from '@yoriai/ui';
import { eventListCsv } from '../../open-data/event-list.csv.js';
import { EVENT_LIST_32 } from '../../open-data/event-list.edition.js';
import { descriptionIn, titleIn } from '../page/other-words.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { atomFeed, type Feed } from './atom.js';
import { calendarFeed, calendarOf } from './calendar.js';
import { EventReader } from './event-reader.js';
import { conditions } from './list-filter.js';
import { feedPath, listingPath, readListing, without, type ListingQuery } from './listing-query.js';
import { rssFeed } from './rss.js';
import type { ShownEvent } from './shown-event.js';

const CALENDAR = 'text/calendar; charset=utf-8';
const JAPANESE = translator('ja');

/** A list for programs that ask again and again: all events, or what any address of the list is narrowed to. */
@ApiExcludeController()
@Controller()
@Access('public')
export class FeedsPage {
  constructor(
    private readonly pages: Pages,
    private readonly events: EventReader,
  ) {}

  @Get('events.ics')
  async calendar(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() asked: Record<string, unknown>): Promise<void> {
    const t = this.inWords(request, asked['lang']);
    const read = async () => ({ text: calendarFeed(t, await this.feed(t, readListing(asked), 'ics')) });
    await this.pages.sendFile(request, reply, { type: CALENDAR, read });
  }

  @Get('events.atom')
  async news(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() asked: Record<string, unknown>): Promise<void> {
    const t = this.inWords(request, asked['lang']);
    const read = async () => ({ text: atomFeed(t, await this.feed(t, readListing(asked), 'atom')) });
    await this.pages.sendFile(request, reply, { type: 'application/atom+xml; charset=utf-8', read });
  }

  /** The same for readers that know RSS alone. */
  @Get('events.rss')
  async newsAsRss(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() asked: Record<string, unknown>): Promise<void> {
    const t = this.inWords(request, asked['lang']);
    const read = async () => ({ text: rssFeed(t, await this.feed(t, readListing(asked), 'rss')) });
    await this.pages.sendFile(request, reply, { type: 'application/rss+xml; charset=utf-8', read });
  }

  /** The list for whoever works with open data: the columns that municipalities publish their events in. What stands in it is what the ward approved, never cells as they came from another list. */
  @Get('events.csv')
  async table(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() asked: Record<string, unknown>): Promise<void> {
    const query = readListing(asked);
    const read = async () => {
      const { events } = await this.events.feed(query);
      return { text: eventListCsv(EVENT_LIST_32, events.map((event) => ({ t: JAPANESE, event, publisher: this.pages.config }))), saveAs: 'events.csv' };
    };
    await this.pages.sendFile(request, reply, { type: 'text/csv; charset=utf-8', read });
  }

  /** One event for one's own calendar. */
  @Get('events/:slug.ics')
  async entry(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string, @Query('lang') lang: unknown): Promise<void> {
    const t = this.inWords(request, lang);
    const read = async () => {
      const event = said(t, await this.events.bySlug(slug));
      return { text: calendarOf(t, event, this.pages.config.publicUrl), saveAs: `${partsOf(event.slug).slug}.ics` };
    };
    await this.pages.sendFile(request, reply, { type: CALENDAR, read });
  }

  /** All dates of a series for one's own calendar: each an entry of its own, as it was approved or called off. */
  @Get('series/:id.ics')
  async series(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string, @Query('lang') lang: unknown): Promise<void> {
    const t = this.inWords(request, lang);
    const { publicUrl } = this.pages.config;
    const read = async () => {
      const events = (await this.events.series(id)).map((event) => said(t, event));
      return { text: calendarFeed(t, { title: events[0]!.title, url: `${publicUrl}/series/${id}.ics`, events, publicUrl }) };
    };
    await this.pages.sendFile(request, reply, { type: CALENDAR, read });
  }

  private async feed(t: Translate, query: ListingQuery, format: 'ics' | 'atom' | 'rss'): Promise<Feed> {
    const { publicUrl } = this.pages.config;
    const { events, ...known } = await this.events.feed(query);
    const labels = conditions({ t, query, ...known }).map(({ label }) => label);
    const title = [t('site.feed.name', { ward: wardNameIn(t, this.pages.config) }), ...labels].join(' ');
    const page = `${publicUrl}${listingPath(without(query, 'view', 'month'))}`;
    return { title: withoutReadings(title), url: `${publicUrl}${feedPath(query, format, t.lang)}`, page, publicUrl, events: events.map((event) => said(t, event)) };
  }

  /** The language in the address, which is part of the key of what lies ready; else that of the request, as for a page. */
  private inWords(request: SiteRequest, lang: unknown): Translate {
    return isLang(lang) ? translator(lang) : this.pages.t(request);
  }
}

/** An event with what its host said in that language, the rest as it is. */
function said(t: Translate, event: ShownEvent): ShownEvent {
  return { ...event, title: titleIn(t, event) ?? event.title, summary: descriptionIn(t, event) ?? event.summary };
}
