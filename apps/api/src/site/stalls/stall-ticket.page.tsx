import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { StallApplications, StallTickets, type StallEntity } from '@yoriai/events';
import { EventReader } from '../events/event-reader.js';
import { standingOf } from '../events/standing.js';
import { orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { readStall, valuesOf } from './stall-fields.js';
import { StallTicketView } from './stall-ticket-view.js';

/** The page of a stall, by its link: how it stands, changing it, taking it back. Opening it changes nothing. */
@ApiExcludeController()
@Controller('s/:token')
@Access('public')
export class StallTicketPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly events: EventReader,
    private readonly stalls: StallApplications,
    private readonly tickets: StallTickets,
  ) {}

  @Get()
  async show(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const stall = await this.tickets.byToken(token);
    return this.page(request, reply, { token, stall, form: { values: valuesOf(stall), errors: [] } });
  }

  @Post('change')
  async change(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const stall = await this.tickets.byToken(token);
    const { value, ...form } = await readStall(formOf(request));
    if (form.errors.length > 0) return this.page(request, reply, { token, stall, form });
    const changed = await orRefusal(() => this.submissions.once(request, reply, () => this.tickets.change(token, value)));
    if ('refused' in changed) return this.page(request, reply, { token, stall, form: refusedForm(this.pages.t(request), form.values, changed.refused) });
    return this.pages.seeOther(reply, `/s/${encodeURIComponent(token)}`);
  }

  @Post('withdrawal')
  async withdraw(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const withdrawn = await orRefusal(() => this.submissions.once(request, reply, () => this.tickets.withdraw(token)));
    if ('refused' in withdrawn) {
      const stall = await this.tickets.byToken(token);
      return this.page(request, reply, { token, stall, form: refusedForm(this.pages.t(request), valuesOf(stall), withdrawn.refused) });
    }
    return this.pages.seeOther(reply, `/s/${encodeURIComponent(token)}`);
  }

  private async page(request: SiteRequest, reply: FastifyReply, { token, stall, form }: { token: string; stall: StallEntity; form: FormState }): Promise<void> {
    const t = this.pages.t(request);
    const event = this.pages.titled(request, await this.events.byId(stall.eventId));
    const { call, accepted } = await this.stalls.shown(event);
    const venue = accepted.find(({ plot }) => plot !== null && plot === stall.plot)?.venue ?? null;
    const body = <StallTicketView t={t} event={event} stall={stall} venue={venue} kinds={call?.kinds ?? []} form={form} token={token} over={standingOf(event, this.events.now()) === 'ended'} formKeys={[this.submissions.key(request, reply), this.submissions.key(request, reply)]} />;
    await this.pages.send(request, reply, { title: t('stall.ticket', { name: stall.name }), width: 'narrow', body, ...statusOf(t, form) });
  }
}
