import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { Reception } from '@yoriai/attendance';
import { ApplicationChanges, Applications, type TicketAnswer } from '@yoriai/events';
import { orRefusal } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions } from '../page/submissions.js';
import { TicketStory } from '../still-coming/ticket-story.js';
import { CancelView, cancelWords } from './cancel-view.js';
import { TicketView } from './ticket-view.js';

/** The ticket, by its link. Opening it changes nothing: mail scanners and previews open links too. */
@ApiExcludeController()
@Controller('t/:token')
@Access('public')
export class TicketPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly applications: Applications,
    private readonly changes: ApplicationChanges,
    private readonly reception: Reception,
    private readonly story: TicketStory,
  ) {}

  @Get()
  async show(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string, @Query() query: Record<string, unknown>): Promise<void> {
    const t = this.pages.t(request);
    const { config } = this.pages;
    const ticket = await this.ticket(request, token);
    const { earlier, decided, question, streak, results } = await this.story.of(token, ticket);
    const atDoor = await this.reception.ticketFor(request.actor ?? null, token);
    const duties = (await this.story.duties(request.actor, ticket)).map((duty) => this.pages.dutyTitled(request, duty));
    const body = (
      <TicketView
        t={t}
        ticket={ticket}
        duties={duties}
        earlier={earlier}
        decided={decided}
        question={question}
        streak={streak}
        results={results}
        token={token}
        typed={this.story.typed(request, reply, token)}
        guardianAsked={query['said'] === 'guardian-asked'}
        taken={query['said'] === 'taken'}
        atDoor={atDoor}
        signedIn={Boolean(request.actor)}
        formKey={this.submissions.key(request, reply)}
        officePhone={config.officePhone}
        now={this.story.now()}
      />
    );
    await this.pages.send(request, reply, { title: t('site.ticket.page', { event: ticket.event.title ?? '' }), width: 'narrow', body });
  }

  /** The first of two steps: says what it means. */
  @Get('cancel')
  async askCancel(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const t = this.pages.t(request);
    const ticket = await this.ticket(request, token);
    const body = <CancelView t={t} ticket={ticket} token={token} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: t(`site.ticket.${cancelWords(ticket)}.title`), width: 'narrow', body });
  }

  /** What can't be cancelled (any more) says why on its own page. */
  @Post('cancellation')
  async cancel(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const cancelled = await orRefusal(() => this.submissions.once(request, reply, () => this.changes.cancelByTicket(token)));
    const ticket = `/t/${encodeURIComponent(token)}`;
    return this.pages.seeOther(reply, 'done' in cancelled ? ticket : `${ticket}/cancel`);
  }

  /** Takes the place that is kept, and says so. When its time is over the ticket says so. */
  @Post('acceptance')
  async accept(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const taken = await orRefusal(() => this.submissions.once(request, reply, () => this.changes.acceptByTicket(token)));
    return this.pages.seeOther(reply, `/t/${encodeURIComponent(token)}${'done' in taken ? '?said=taken' : ''}`);
  }

  /** The ticket, the title of its event as this reader reads it. */
  private async ticket(request: SiteRequest, token: string): Promise<TicketAnswer> {
    const ticket = await this.applications.ticket(token);
    return { ...ticket, event: this.pages.titled(request, ticket.event) };
  }
}
