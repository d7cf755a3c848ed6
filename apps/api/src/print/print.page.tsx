import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { EventQueries } from '@yoriai/events';
import { Clock, refuse } from '@yoriai/platform';
import { Pages } from '../site/page/pages.js';
import type { SiteRequest } from '../site/page/site-request.js';
import { EventReader } from '../site/events/event-reader.js';
import { CallSheetView } from './call-sheet-view.js';
import { ListReader } from './list-reader.js';
import { PosterView, posterOf } from './poster-view.js';
import { SignInSheetView } from './sign-in-sheet-view.js';

/** The papers: one page serves preview, printer and PDF. */
@ApiExcludeController()
@Controller()
export class PrintPage {
  constructor(
    private readonly pages: Pages,
    private readonly events: EventReader,
    private readonly queries: EventQueries,
    private readonly lists: ListReader,
    private readonly clock: Clock,
  ) {}

  /** Everybody may put up the poster of a public event. */
  @Get('events/:slug/poster')
  @Access('public')
  async publicPoster(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    const event = await this.events.bySlug(slug);
    const facts = posterOf(event) ?? refuse('event.not-found', { status: 404 });
    const document = <PosterView t={this.pages.t(request)} event={facts} publicUrl={this.pages.config.publicUrl} back={`/events/${slug}`} now={this.clock.now()} />;
    await this.pages.sendPaper(request, reply, { document, personal: false });
  }

  /** For those who work on the event: what was approved, or a marked sample of what they are writing. */
  @Get('print/events/:id/poster')
  @Access('officer')
  async poster(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    const known = await this.queries.detail(actor, id);
    const event = known.publicRevision === null ? known : await this.events.byId(id);
    const facts = posterOf(event) ?? refuse('print.poster-incomplete');
    const document = <PosterView t={this.pages.t(request)} event={facts} publicUrl={this.pages.config.publicUrl} back={`/app/events/${id}`} now={this.clock.now()} />;
    await this.pages.sendPaper(request, reply, { document, personal: true });
  }

  /** 受付名簿: names, so only for those who lead the event; who printed it is logged. */
  @Get('print/events/:id/sign-in-sheet')
  @Access('officer')
  async signInSheet(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    const list = await this.lists.signIn(actor, id);
    await this.pages.sendPaper(request, reply, { document: <SignInSheetView t={this.pages.t(request)} list={list} now={this.clock.now()} />, personal: true });
  }

  /** 電話連絡票: names and phone numbers, so only for those who lead the event; who printed it is logged. */
  @Get('print/events/:id/call-sheet')
  @Access('officer')
  async callSheet(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    const sheet = await this.lists.calls(actor, id);
    await this.pages.sendPaper(request, reply, { document: <CallSheetView t={this.pages.t(request)} sheet={sheet} now={this.clock.now()} />, personal: true });
  }
}
