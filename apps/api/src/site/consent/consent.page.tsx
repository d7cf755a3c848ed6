import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { ConsentLinks, ConsentWords, GuardianConsents, type ConsentAsked } from '@yoriai/events';
import { parseForm } from '@yoriai/platform';
import { EventReader } from '../events/event-reader.js';
import { EMPTY_FORM, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { ConsentView, RefuseView } from './consent-view.js';

/** A guardian's page, by the link they were sent. Opening it changes nothing: mail scanners and previews open links too. */
@ApiExcludeController()
@Controller('g/:token')
@Access('public')
export class ConsentPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly links: ConsentLinks,
    private readonly consents: GuardianConsents,
    private readonly events: EventReader,
  ) {}

  @Get()
  async show(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.page(request, reply, token, EMPTY_FORM);
  }

  @Post()
  async give(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    // A wrong link is unknown before anything is kept of the form.
    await this.links.byToken(token);
    const form = formOf(request);
    const values = { name: form['name'] ?? '', relation: form['relation'] ?? '', photos: form['photos'] ?? '' };
    const { value, errors } = await parseForm(ConsentWords, values);
    if (errors.length > 0) return this.page(request, reply, token, { values, errors });
    const revision = Number(form['revision'] ?? '0');
    const given = await orRefusal(() => this.submissions.once(request, reply, () => this.consents.giveByToken(token, { ...value, revision: Number.isSafeInteger(revision) ? revision : 0, read: form['read'] ?? '' })));
    if ('refused' in given) return this.page(request, reply, token, refusedForm(this.pages.t(request), values, given.refused));
    return this.pages.seeOther(reply, pathOf(token));
  }

  @Get('refusal')
  async askRefusal(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const asked = await this.asked(request, token);
    if (asked.state === 'over') return this.pages.seeOther(reply, pathOf(token));
    const t = this.pages.t(request);
    await this.pages.send(request, reply, { title: t('site.consent.refuse'), width: 'narrow', body: <RefuseView t={t} asked={asked} path={pathOf(token)} formKey={this.submissions.key(request, reply)} /> });
  }

  /** What can't be answered any more says so on the page. */
  @Post('refusal')
  async refuse(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    await this.links.byToken(token);
    await orRefusal(() => this.submissions.once(request, reply, () => this.consents.refuseByToken(token)));
    return this.pages.seeOther(reply, pathOf(token));
  }

  private async page(request: SiteRequest, reply: FastifyReply, token: string, form: FormState): Promise<void> {
    const t = this.pages.t(request);
    const asked = await this.asked(request, token);
    const earlier = asked.state === 'asked' && asked.anew ? await this.events.earlier(asked.event.id) : null;
    const body = <ConsentView t={t} asked={asked} earlier={earlier} form={form} path={pathOf(token)} formKey={this.submissions.key(request, reply)} officePhone={this.pages.config.officePhone} />;
    await this.pages.send(request, reply, { title: t('site.consent.page', { event: asked.event.title ?? '' }), width: 'narrow', body, ...statusOf(t, form) });
  }

  /** The question, the title of its event as this reader reads it. */
  private async asked(request: SiteRequest, token: string): Promise<ConsentAsked> {
    const asked = await this.links.byToken(token);
    return { ...asked, event: this.pages.titled(request, asked.event) };
  }
}

const pathOf = (token: string): string => `/g/${encodeURIComponent(token)}`;
