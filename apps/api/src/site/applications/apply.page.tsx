import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { SignUps, partsOf, type ApplyRequest } from '@yoriai/events';
import { readablePhone } from '@yoriai/identity';
import { Refusal } from '@yoriai/platform';
import { agesWords } from '@yoriai/ui';
import { EventReader } from '../events/event-reader.js';
import { foundIn } from '../events/listing-query.js';
import type { ShownEvent } from '../events/shown-event.js';
import { countedFrames, standingOf } from '../events/standing.js';
import { PASSING, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { languageOf } from '../../http/language.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { readApplication, type ReadApplication } from './application-form.js';
import { ApplyView, ClosedView } from './apply-view.js';
import { CheckView, wouldWait } from './check-view.js';
import { Done, type DoneFacts } from './done.js';
import { Known } from './known.js';

/**
 * 申し込む: write, send. Two presses from the code on a poster: 申し込む on the event's page, 申し込む under
 * the form. Looking it over first is offered, and asked for only where the answer would be another one
 * than the page said: the queue instead of a place.
 */
@ApiExcludeController()
@Controller('events/:slug')
@Access('public')
export class ApplyPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly events: EventReader,
    private readonly signUps: SignUps,
    private readonly known: Known,
    private readonly done: Done,
  ) {}

  @Get('apply')
  async form(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string, @Query() query: Record<string, unknown>): Promise<void> {
    const event = await this.event(request, slug);
    const frame = typeof query['frame'] === 'string' ? query['frame'] : undefined;
    const values = { ...(await this.known.of(request.actor, event.frames)), ...(frame === undefined ? {} : { frameId: frame }) };
    return this.show(request, reply, event, { values, errors: [] });
  }

  @Post('apply/check')
  async check(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    const event = await this.event(request, slug);
    const read = await readApplication(formOf(request), event, this.events.now());
    if (read.errors.length > 0 || !this.takes(event)) return this.show(request, reply, event, read);
    return this.lookOver(request, reply, event, read);
  }

  @Post('applications')
  async apply(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    const event = await this.event(request, slug);
    const form = formOf(request);
    const read = await readApplication(form, event, this.events.now());
    if (form['_fix'] !== undefined) return this.show(request, reply, event, { values: read.values, errors: [] }, form['_fix']);
    if (read.errors.length > 0) return this.show(request, reply, event, read);
    if (this.takes(event) && form['_knows'] !== 'waitlist' && wouldWait(read.value, event.frames)) return this.lookOver(request, reply, event, read);
    const work = () => this.signUps.apply(request.actor ?? null, { ...read.value, ...invitationIn(slug), eventId: event.id, language: languageOf(request) });
    const applied = await orRefusal(() => this.submissions.once(request, reply, work), PASSING).catch(otherWords);
    if (applied === 'other words') return this.lookOver(request, reply, event, read);
    if ('refused' in applied) return this.show(request, reply, event, this.withRule(request, event, read.value.frameId, refusedForm(this.pages.t(request), read.values, applied.refused)));
    this.done.leave(reply, slug, { answer: applied.done, given: given(read.value, event) });
    return this.pages.seeOther(reply, `/events/${slug}/done`);
  }

  @Get('done')
  async finished(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    const event = await this.event(request, slug);
    const body = await this.done.view(request, event);
    await this.pages.send(request, reply, { title: this.pages.t(request)('site.done.title'), width: 'narrow', body });
  }

  /** The event, its title as this reader reads it. */
  private async event(request: SiteRequest, slug: string): Promise<ShownEvent> {
    return this.pages.titled(request, await this.events.bySlug(slug));
  }

  /** Who is not among those it is for reads for whom it is, and whom to ask. */
  private withRule(request: SiteRequest, { frames, contactPhone }: ShownEvent, frameId: string, form: FormState): FormState {
    const ages = frames.find(({ id }) => id === frameId)?.asks.ages;
    if (!ages) return form;
    const params = { ages: agesWords(this.pages.t(request), ages), phone: contactPhone ?? this.pages.config.officePhone };
    return { ...form, errors: form.errors.map((error) => (error.code === 'application.age-outside' ? { ...error, code: 'site.age-outside', params } : error)) };
  }

  private takes(event: ShownEvent): boolean {
    return ['open', 'full'].includes(standingOf(event, this.events.now()));
  }

  private async lookOver(request: SiteRequest, reply: FastifyReply, event: ShownEvent, read: ReadApplication): Promise<void> {
    const t = this.pages.t(request);
    const body = <CheckView t={t} event={event} list={foundIn(request.query)} application={read.value} values={read.values} token={this.submissions.key(request, reply)} now={this.events.now()} />;
    await this.pages.send(request, reply, { title: t('site.check.title'), width: 'narrow', body });
  }

  private async show(request: SiteRequest, reply: FastifyReply, event: ShownEvent, form: FormState, focus?: string): Promise<void> {
    const t = this.pages.t(request);
    const list = foundIn(request.query);
    const full = standingOf(event, this.events.now()) === 'full';
    const title = t(full ? 'site.apply.page.waitlist' : 'site.apply.page', { event: event.title });
    if (!this.takes(event)) {
      const closed = <ClosedView t={t} event={event} list={list} now={this.events.now()} refused={form.refused} />;
      return this.pages.send(request, reply, { title, width: 'narrow', body: closed, ...statusOf(t, form) });
    }
    const duties = (await this.known.duties(request.actor, event)).map((duty) => this.pages.dutyTitled(request, duty));
    const body = <ApplyView t={t} event={event} duties={duties} list={list} form={form} now={this.events.now()} formKey={this.submissions.key(request, reply)} officePhone={this.pages.config.officePhone} {...(focus === undefined ? {} : { focus })} />;
    return this.pages.send(request, reply, { title, width: 'narrow', body, ...statusOf(t, form) });
  }
}

/** The token of the link by which they came, where it is one for invited people. */
function invitationIn(address: string): { invitation?: string } {
  const { token } = partsOf(address);
  return token === null ? {} : { invitation: token };
}

/** What the done page says back, so that a wrong digit is seen there. */
function given({ frameId, name, groupName, heads, companions = [], phone, email }: ApplyRequest, { frames }: Pick<ShownEvent, 'frames'>): DoneFacts['given'] {
  const others = companions.length === 0 ? {} : { companions: companions.map((each) => each.name) };
  const counted = countedFrames(frames);
  const frame = counted.length > 1 ? counted.find(({ id }) => id === frameId)?.name : undefined;
  return { name, ...(frame === undefined ? {} : { frame }), ...(groupName ? { group: groupName } : {}), heads, ...others, ...(phone === undefined ? {} : { phone: readablePhone(phone) }), ...(email === undefined ? {} : { email }) };
}

/** Sent once, then changed on the way back and sent again: whether that is meant is asked. */
function otherWords(error: unknown): 'other words' {
  if (error instanceof Refusal && error.code === 'platform.idempotency-mismatch') return 'other words';
  throw error;
}
