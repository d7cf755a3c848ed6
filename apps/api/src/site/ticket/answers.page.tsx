import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { AnswersRequest, ApplicationChanges, Applications, type TicketAnswer } from '@yoriai/events';
import { parseForm } from '@yoriai/platform';
import { BackLink, Button, HiddenFields } from '@yoriai/ui';
import { AboutEvent } from '../applications/apply-view.js';
import { AskedBoxes, askedIn, askedValues, asksMore, boxesOf, isAskedBox } from '../applications/asked.js';
import { FormTop } from '../page/form-top.js';
import { orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';

/** 答えを直す: the holder of a ticket says something else to what the host asks. */
@ApiExcludeController()
@Controller('t/:token/answers')
@Access('public')
export class AnswersPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly applications: Applications,
    private readonly changes: ApplicationChanges,
  ) {}

  @Get()
  async form(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const ticket = await this.applications.ticket(token);
    // Where nothing is asked, or it is too late, the ticket says how things are.
    if (!asksMore(ticket.asks) || ticket.can.answer !== true) return this.pages.seeOther(reply, `/t/${encodeURIComponent(token)}`);
    return this.show(request, reply, token, ticket, { values: boxesOf(ticket.said ?? {}), errors: [] });
  }

  @Post()
  async change(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const ticket = await this.applications.ticket(token);
    const form = formOf(request);
    const read = await parseForm(AnswersRequest, askedIn(form, ticket.asks));
    const typed: FormState = { values: askedValues(form), errors: read.errors.filter(({ field }) => isAskedBox(field)) };
    if (typed.errors.length > 0) return this.show(request, reply, token, ticket, typed);
    const changed = await orRefusal(() => this.submissions.once(request, reply, () => this.changes.answerByTicket(token, read.value)));
    if ('refused' in changed) return this.show(request, reply, token, ticket, refusedForm(this.pages.t(request), typed.values, changed.refused));
    return this.pages.seeOther(reply, `/t/${encodeURIComponent(token)}`);
  }

  private async show(request: SiteRequest, reply: FastifyReply, token: string, ticket: TicketAnswer, form: FormState): Promise<void> {
    const t = this.pages.t(request);
    const event = this.pages.titled(request, ticket.event);
    const path = `/t/${encodeURIComponent(token)}`;
    const body = (
      <>
        <BackLink t={t} href={path} />
        <AboutEvent t={t} event={{ title: event.title ?? '', startsAt: event.startsAt ?? '', endsAt: event.endsAt ?? '' }} />
        <FormTop t={t} form={form} />
        <h1>{t('site.ticket.said.change')}</h1>
        <form method="post" action={`${path}/answers`} noValidate>
          <HiddenFields values={{ _key: this.submissions.key(request, reply) }} />
          <AskedBoxes t={t} form={form} asked={ticket.asks} />
          <div className="btns col mt6">
            <Button wide>{t('site.ticket.said.save')}</Button>
          </div>
          <p className="sub mt3">{t('site.apply.asks.why', { host: event.organisationName })}</p>
        </form>
      </>
    );
    await this.pages.send(request, reply, { title: t('site.ticket.said.page', { event: event.title ?? '' }), width: 'narrow', body, ...statusOf(t, form) });
  }
}
