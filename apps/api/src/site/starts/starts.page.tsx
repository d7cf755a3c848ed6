import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { StartAsking } from '@yoriai/events';
import { callerOf } from '@yoriai/platform';
import { wardNameIn } from '@yoriai/ui';
import { languageOf } from '../../http/language.js';
import { EMPTY_FORM, PASSING, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions } from '../page/submissions.js';
import { readStart } from './start-fields.js';
import { StartFormView, StartTicketView } from './start-views.js';

/** はじめたい: asking the ward office to begin a programme at a place of one's own, and from then on the page of the request. Opening either changes nothing. */
@ApiExcludeController()
@Controller()
@Access('public')
export class StartsPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly asking: StartAsking,
  ) {}

  @Get('begin')
  async form(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Query('programme') programme: unknown): Promise<void> {
    return this.show(request, reply, typeof programme === 'string' ? { ...EMPTY_FORM, values: { programme } } : EMPTY_FORM);
  }

  @Post('begin')
  async ask(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const { value, ...form } = await readStart(request);
    if (form.errors.length > 0) return this.show(request, reply, form);
    const work = () => this.asking.ask(value, { language: languageOf(request), from: callerOf(request) });
    const asked = await orRefusal(() => this.submissions.once(request, reply, work), PASSING);
    if ('refused' in asked) return this.show(request, reply, refusedForm(this.pages.t(request), form.values, asked.refused));
    return this.pages.seeOther(reply, `/b/${asked.done}`);
  }

  @Get('b/:token')
  async ticket(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.showTicket(request, reply, { token, form: EMPTY_FORM });
  }

  @Post('b/:token/withdrawal')
  async withdraw(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const withdrawn = await orRefusal(() => this.submissions.once(request, reply, () => this.asking.withdraw(token)));
    if ('refused' in withdrawn) {
      const form = refusedForm(this.pages.t(request), {}, withdrawn.refused);
      return this.showTicket(request, reply, { token, form });
    }
    return this.pages.seeOther(reply, `/b/${encodeURIComponent(token)}`);
  }

  private async show(request: SiteRequest, reply: FastifyReply, form: FormState): Promise<void> {
    const t = this.pages.t(request);
    const choices = await this.asking.choices();
    const body = <StartFormView t={t} ward={this.ward(request)} choices={{ ...choices, areas: choices.areas.map((area) => this.pages.named(request, area)) }} form={form} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: t('start.title'), width: 'narrow', body, ...statusOf(t, form) });
  }

  private async showTicket(request: SiteRequest, reply: FastifyReply, { token, form }: { token: string; form: FormState }): Promise<void> {
    const t = this.pages.t(request);
    const asked = await this.asking.byToken(token);
    const announced = await this.asking.announced(asked);
    const { areas } = await this.asking.choices();
    const body = <StartTicketView t={t} ward={this.ward(request)} request={asked} announced={announced} areas={areas} form={form} token={token} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: t('start.ticket', { programme: t(`app.template.${asked.programme}`) }), width: 'narrow', body, ...statusOf(t, form) });
  }

  private ward(request: SiteRequest): string {
    return wardNameIn(this.pages.t(request), this.pages.config);
  }
}
