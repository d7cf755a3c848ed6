import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { Access, type Area } from '@yoriai/associations';
import { ContestResults, StallApplications, type NamedInitiative } from '@yoriai/events';
import { Scene } from '@yoriai/ui';
import { Pages, type PublicPage } from '../page/pages.js';
import { inWordsOf } from '../page/other-words.js';
import type { SiteRequest } from '../page/site-request.js';
import { eventHead } from './event-head.js';
import { BesideEvent } from './beside-event.js';
import { EventReader, type EventListing } from './event-reader.js';
import { EventView, sceneOf } from './event-view.js';
import { feedHead } from './feed-links.js';
import type { OtherWays } from './list-empty.js';
import { ListView } from './list-view.js';
import { foundIn, isKept, isSentForm, listingPath, readListing, wishOf, without, type ListingQuery } from './listing-query.js';
import { MonthView } from './month-view.js';
import { daysOf, monthOf } from './month.js';
import { standingOf } from './standing.js';

const NO_OTHER_WAYS: OtherWays = { words: [], bare: 0, past: null, all: 0 };

/** What is on: the list, an event. */
@ApiExcludeController()
@Controller()
@Access('public')
export class EventsPage {
  constructor(
    private readonly pages: Pages,
    private readonly events: EventReader,
    private readonly stalls: StallApplications,
    private readonly results: ContestResults,
    private readonly beside: BesideEvent,
  ) {}

  @Get('events')
  async list(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() asked: Record<string, unknown>): Promise<void> {
    const query = readListing(asked);
    if (isSentForm(asked)) return this.pages.seeOther(reply, listingPath(query));
    await this.pages.sendPublic(request, reply, async () => {
      const said = { noindex: !isKept(query), head: this.headOf(request, query) };
      return { ...said, ...(query.view === 'month' ? await this.month(request, query) : await this.listed(request, query)) };
    });
  }

  private headOf(request: SiteRequest, query: ListingQuery): ReactElement {
    return (
      <>
        <link rel="canonical" href={`${this.pages.config.publicUrl}${listingPath(query)}`} />
        {feedHead(this.pages.t(request), query)}
      </>
    );
  }

  private async listed(request: SiteRequest, query: ListingQuery): Promise<PublicPage> {
    const t = this.pages.t(request);
    const listing = this.read(request, await this.events.list(wishOf(query)));
    const ways = listing.total > 0 ? { ...NO_OTHER_WAYS, past: await this.events.pastToo(query) } : await this.events.otherWays(query);
    const body = <ListView t={t} listing={listing} query={query} ways={ways} {...await this.rest(request, query)} />;
    return { title: t('site.events.title'), body };
  }

  private async month(request: SiteRequest, query: ListingQuery): Promise<PublicPage> {
    const t = this.pages.t(request);
    const now = this.events.now();
    const month = query.month ?? monthOf(now);
    const { first, last } = daysOf(month);
    const kept = without(query, 'past');
    const listing = this.read(request, await this.events.whole(wishOf({ ...kept, from: first, to: last })));
    const table = <MonthView t={t} listing={listing} query={kept} month={month} now={now} />;
    const body = <ListView t={t} listing={listing} query={kept} ways={NO_OTHER_WAYS} {...await this.rest(request, query)} table={table} />;
    return { title: t('site.month.title'), body };
  }

  /** What a list says beside its events. */
  private async rest(request: SiteRequest, query: ListingQuery): Promise<{ signedIn: boolean; phone: string; publicUrl: string; now: Date; initiatives: NamedInitiative[]; host?: string }> {
    const host = query.host === undefined ? undefined : await this.events.hostName(query.host);
    const { officePhone: phone, publicUrl } = this.pages.config;
    return { signedIn: Boolean(request.actor), phone, publicUrl, now: this.events.now(), initiatives: await this.events.initiatives(), ...(host === undefined ? {} : { host }) };
  }

  @Get('events/:slug')
  async event(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string, @Query() asked: Record<string, unknown>): Promise<void> {
    const t = this.pages.t(request);
    await this.pages.sendPublic(request, reply, async () => {
      const found = await this.events.withDuties(slug);
      const event = inWordsOf(t, this.pages.titled(request, found.event));
      const now = this.events.now();
      const closed = !['open', 'anyone'].includes(standingOf(event, now));
      const other = closed ? await this.events.similarTo(event) : null;
      const similar = other && this.pages.titled(request, other);
      return {
        title: event.title,
        ...(event.summary ? { description: event.summary } : {}),
        // Nothing of a page for invited people is told to programs.
        ...(event.byInvitation ? {} : { head: eventHead(found.event, this.pages.config, now) }),
        scene: <Scene t={t} field={sceneOf(event)} />,
        body: <EventView t={t} event={event} earlier={found.earlier} decided={found.decided} unfit={found.unfit} figures={found.figures} duties={found.duties} stalls={await this.stalls.shown(found.event)} results={await this.results.shown(found.event.id)} {...await this.beside.of(found.event)} dates={found.dates} similar={similar} list={foundIn(asked)} here={this.pages.config} now={now} />,
      };
    });
  }

  /** With readings, where they are drawn. */
  private read<L extends EventListing & { areas: Area[] }>(request: SiteRequest, listing: L): L {
    return { ...listing, items: listing.items.map((event) => this.pages.titled(request, event)), areas: listing.areas.map((area) => this.pages.named(request, area)) };
  }
}
