import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { StallApplications } from '@yoriai/events';
import { callerOf, refuse } from '@yoriai/platform';
import { languageOf } from '../../http/language.js';
import { EventReader } from '../events/event-reader.js';
import type { ShownEvent } from '../events/shown-event.js';
import { EMPTY_FORM, PASSING, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { readStall } from './stall-fields.js';
import { StallFormView } from './stall-form-view.js';

/** 出店を申し込む: one form, and from then on the page of the stall. */
@ApiExcludeController()
@Controller('events/:slug/stalls')
@Access('public')
export class StallsPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly events: EventReader,
    private readonly stalls: StallApplications,
  ) {}

  @Get()
  async form(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    return this.show(request, reply, await this.event(request, slug), EMPTY_FORM);
  }

  @Post()
  async apply(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    const event = await this.event(request, slug);
    const { value, ...form } = await readStall(formOf(request));
    if (form.errors.length > 0) return this.show(request, reply, event, form);
    const work = () => this.stalls.apply(event, value, { language: languageOf(request), from: callerOf(request) });
    const applied = await orRefusal(() => this.submissions.once(request, reply, work), PASSING);
    if ('refused' in applied) return this.show(request, reply, event, refusedForm(this.pages.t(request), form.values, applied.refused));
    return this.pages.seeOther(reply, `/s/${applied.done}`);
  }

  private async event(request: SiteRequest, slug: string): Promise<ShownEvent> {
    return this.pages.titled(request, await this.events.bySlug(slug));
  }

  private async show(request: SiteRequest, reply: FastifyReply, event: ShownEvent, form: FormState): Promise<void> {
    const t = this.pages.t(request);
    const shown = await this.stalls.shown(event);
    if (shown.call === null) return refuse('stall.none', { status: 404 });
    const body = <StallFormView t={t} event={event} call={shown.call} can={shown.can} form={form} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: t('stall.page', { event: event.title }), width: 'narrow', body, ...statusOf(t, form) });
  }
}
