import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { Amendments, Applications, type TicketAnswer } from '@yoriai/events';
import { PASSING, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { TicketStory } from '../still-coming/ticket-story.js';
import { anewFrom, boxOf, readAmendment, standingValues } from './amend-form.js';
import { AmendView } from './amend-view.js';

/** 申込を変える: the holder of a ticket changes how many come, who they are, and how they are reached. */
@ApiExcludeController()
@Controller('t/:token/change')
@Access('public')
export class AmendPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly applications: Applications,
    private readonly amendments: Amendments,
    private readonly story: TicketStory,
  ) {}

  @Get()
  async form(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const ticket = await this.applications.ticket(token);
    // Where it is too late the ticket says how things are.
    if (ticket.can.amend !== true) return this.pages.seeOther(reply, pathOf(token));
    return this.show(request, reply, token, ticket, { values: standingValues(ticket), errors: [] });
  }

  @Post()
  async change(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const ticket = await this.applications.ticket(token);
    const form = formOf(request);
    const read = await readAmendment(form, ticket);
    if (read.errors.length > 0) return this.show(request, reply, token, ticket, read);
    const changed = await orRefusal(() => this.submissions.once(request, reply, () => this.amendments.byTicket(token, read.value)), PASSING);
    if ('done' in changed) {
      if (read.value.email) this.story.leaveTyped(reply, token, read.value.email);
      return this.pages.seeOther(reply, pathOf(token));
    }
    const refused = refusedForm(this.pages.t(request), read.values, changed.refused);
    const now = await this.applications.ticket(token);
    if (changed.refused.code === 'application.amended-meanwhile') return this.show(request, reply, token, now, { ...refused, values: anewFrom(read.values, now) });
    return this.show(request, reply, token, now, { ...refused, errors: refused.errors.map((error) => ({ ...error, field: boxOf(form, ticket, error.field) })) });
  }

  private async show(request: SiteRequest, reply: FastifyReply, token: string, ticket: TicketAnswer, form: FormState): Promise<void> {
    const t = this.pages.t(request);
    const shown = { ...ticket, event: this.pages.titled(request, ticket.event) };
    const body = <AmendView t={t} ticket={shown} form={form} path={pathOf(token)} formKey={this.submissions.key(request, reply)} officePhone={this.pages.config.officePhone} />;
    await this.pages.send(request, reply, { title: t('amend.page', { event: shown.event.title ?? '' }), width: 'narrow', body, ...statusOf(t, form) });
  }
}

const pathOf = (token: string): string => `/t/${encodeURIComponent(token)}`;
