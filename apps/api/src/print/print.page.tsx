import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { EventQueries } from '@yoriai/events';
import { Clock, Config, refuse } from '@yoriai/platform';
import type { SiteRequest } from '../site/page/site-request.js';
import { EventReader } from '../site/events/event-reader.js';
import { countedFrames } from '../site/events/standing.js';
import { ApplicationFormView } from './application-form-view.js';
import { CallSheetView } from './call-sheet-view.js';
import { CircularView } from './circular-view.js';
import { GuardianConsentView } from './guardian-consent-view.js';
import { sheetFactsOf, type SheetFacts } from './event-rows.js';
import { ListReader } from './list-reader.js';
import { Papers, type PaperTools } from './papers.js';
import { ParticipantListView } from './participant-list-view.js';
import { PosterView, type SheetViewProps } from './poster-view.js';
import { RunningOrderView } from './running-order-view.js';
import { SignInSheetView } from './sign-in-sheet-view.js';

/** Both addresses of a paper: the page, and the PDF of the same page. */
const both = (path: string): string[] => [path, `${path}.pdf`];

type SheetView = (props: SheetViewProps) => ReactElement;

/** The papers: one page serves preview, printer and PDF. */
@ApiExcludeController()
@Controller()
export class PrintPage {
  constructor(
    private readonly papers: Papers,
    private readonly events: EventReader,
    private readonly queries: EventQueries,
    private readonly lists: ListReader,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Everybody may put up the poster of a public event. */
  @Get(both('events/:slug/poster'))
  @Access('public')
  publicPoster(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    return this.papers.send(request, reply, { personal: false, draw: async (tools) => this.sheet(PosterView, tools, await this.publicFacts(slug), `/events/${slug}`) });
  }

  /** 申込書 of a public event: for whoever fills in paper, and for the neighbour who prints it for them. */
  @Get(both('events/:slug/application-form'))
  @Access('public')
  publicForm(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    return this.papers.send(request, reply, {
      personal: false,
      draw: async (tools) => this.sheet(ApplicationFormView, tools, appliedFor(await this.publicFacts(slug)), `/events/${slug}`),
    });
  }

  /** 保護者同意書 of a public event, empty: for a guardian without mail. */
  @Get(both('events/:slug/guardian-consent'))
  @Access('public')
  publicConsent(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    return this.papers.send(request, reply, { personal: false, draw: async (tools) => this.sheet(GuardianConsentView, tools, consented(await this.publicFacts(slug)), `/events/${slug}`) });
  }

  /** 進行表 of a public event. */
  @Get(both('events/:slug/running-order'))
  @Access('public')
  publicRunningOrder(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    return this.papers.send(request, reply, { personal: false, draw: async (tools) => this.sheet(RunningOrderView, tools, programmed(await this.publicFacts(slug)), `/events/${slug}`) });
  }

  /** 進行表, for the stage and the helpers. */
  @Get(both('print/events/:id/running-order'))
  @Access('officer')
  runningOrder(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, { personal: true, draw: async (tools) => this.sheet(RunningOrderView, tools, programmed(await this.facts(actor, id)), `/app/events/${id}/papers`) });
  }

  /** For those who work on the event: what was approved, or a marked sample of what they are writing. */
  @Get(both('print/events/:id/poster'))
  @Access('officer')
  poster(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, { personal: true, draw: async (tools) => this.sheet(PosterView, tools, await this.facts(actor, id), `/app/events/${id}/papers`) });
  }

  /** 回覧: from door to door, with a box for every household. */
  @Get(both('print/events/:id/circular'))
  @Access('officer')
  circular(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, { personal: true, draw: async (tools) => this.sheet(CircularView, tools, await this.facts(actor, id), `/app/events/${id}/papers`) });
  }

  /** 申込書, empty: to hand out. */
  @Get(both('print/events/:id/application-form'))
  @Access('officer')
  form(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, {
      personal: true,
      draw: async (tools) => this.sheet(ApplicationFormView, tools, appliedFor(await this.facts(actor, id)), `/app/events/${id}/papers`),
    });
  }

  /** 保護者同意書, empty: to hand out. */
  @Get(both('print/events/:id/guardian-consent'))
  @Access('officer')
  consent(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, { personal: true, draw: async (tools) => this.sheet(GuardianConsentView, tools, consented(await this.facts(actor, id)), `/app/events/${id}/papers`) });
  }

  /** 受付名簿: names, so only for those who lead the event; who printed it is logged. */
  @Get(both('print/events/:id/sign-in-sheet'))
  @Access('officer')
  signInSheet(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, {
      personal: true,
      draw: async (tools) => <SignInSheetView tools={tools} list={await this.lists.signIn(actor, id)} now={this.clock.now()} />,
    });
  }

  /** 参加者名簿: names, phone numbers and addresses, so only for those who lead the event; who printed it is logged. */
  @Get(both('print/events/:id/participant-list'))
  @Access('officer')
  participantList(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, {
      personal: true,
      draw: async (tools) => <ParticipantListView tools={tools} list={await this.lists.participants(actor, id)} now={this.clock.now()} />,
    });
  }

  /** 電話連絡票: names and phone numbers, so only for those who lead the event; who printed it is logged. */
  @Get(both('print/events/:id/call-sheet'))
  @Access('officer')
  callSheet(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, {
      personal: true,
      draw: async (tools) => <CallSheetView tools={tools} sheet={await this.lists.calls(actor, id)} now={this.clock.now()} />,
    });
  }

  private sheet(View: SheetView, tools: PaperTools, event: SheetFacts, back: string): ReactElement {
    return <View tools={tools} event={event} publicUrl={this.config.publicUrl} back={back} now={this.clock.now()} />;
  }

  /** With what was decided about its day: whether it takes place in a smaller form, and what is left out. */
  private async asItIsNow(id: string, event: SheetFacts): Promise<SheetFacts> {
    const decided = await this.events.decided(id);
    if (decided === null || decided.kind === 'postponed') return event;
    return { ...event, settled: true, ...(decided.kind === 'reduced' && { reduced: true, dropped: decided.dropped, reason: decided.reason === null ? null : { reason: decided.reason } }) };
  }

  private async publicFacts(slug: string): Promise<SheetFacts> {
    const found = await this.events.bySlug(slug);
    const event = sheetFactsOf(found) ?? refuse('event.not-found', { status: 404 });
    return this.asItIsNow(found.id, event);
  }

  private async facts(actor: Actor, id: string): Promise<SheetFacts> {
    const known = await this.queries.detail(actor, id);
    const isPublic = known.publicRevision !== null;
    const event = sheetFactsOf(isPublic ? await this.events.byId(id) : known) ?? refuse('print.poster-incomplete');
    return isPublic ? this.asItIsNow(id, event) : event;
  }
}

function programmed(event: SheetFacts): SheetFacts {
  return event.programme?.length ? event : refuse('print.no-programme', { status: 404 });
}

function consented(event: SheetFacts): SheetFacts {
  if (event.state === 'cancelled') return refuse('print.event-off', { status: 404 });
  return countedFrames(event.frames).some(({ asks }) => asks.guardian) ? event : refuse('print.no-consent', { status: 404 });
}

/** Where everybody can just come, or nobody comes any more, there is nothing to fill in. */
function appliedFor(event: SheetFacts): SheetFacts {
  if (event.state === 'cancelled') return refuse('print.event-off', { status: 404 });
  return countedFrames(event.frames).length > 0 ? event : refuse('print.no-application');
}
