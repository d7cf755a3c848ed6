import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { Assignments } from '@yoriai/rosters';
import { refuse, type Refusal } from '@yoriai/platform';
import { refusalText } from '@yoriai/ui';
import { EventReader } from '../events/event-reader.js';
import { isSentForm } from '../events/listing-query.js';
import { PASSING, orRefusal } from '../page/form.js';
import { Pages } from '../page/pages.js';
import { SameTime } from '../page/same-time.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions } from '../page/submissions.js';
import { dutiesIn, dutiesPath, readDuties, type DutyQuery } from './duty-query.js';
import { DutyReader } from './duty-reader.js';
import { ShiftView } from './shift-view.js';
import { VolunteerView } from './volunteer-view.js';

/** 手伝う: which shifts are free, one of them, taking it. */
@ApiExcludeController()
@Controller()
export class VolunteerPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly duties: DutyReader,
    private readonly events: EventReader,
    private readonly assignments: Assignments,
    private readonly sameTime: SameTime,
  ) {}

  @Get('volunteer')
  @Access('public')
  async list(@CurrentActor() actor: Actor | null, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() asked: Record<string, unknown>): Promise<void> {
    const query = readDuties(asked);
    if (isSentForm(asked)) return this.pages.seeOther(reply, dutiesPath(query));
    return this.show(request, reply, actor, { query, refused: null });
  }

  /** One shift, e.g. from a letter or a poster: what it is, and one button. */
  @Get('events/:slug/shifts/:id')
  @Access('public')
  async shift(
    @CurrentActor() actor: Actor | null,
    @Req() request: SiteRequest,
    @Res() reply: FastifyReply,
    @Param('slug') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() asked: Record<string, unknown>,
  ): Promise<void> {
    const t = this.pages.t(request);
    const { event: found, duties } = await this.duties.ofEvent(slug, actor?.personId ?? null);
    const event = this.pages.titled(request, found);
    const shift = duties.find((each) => each.id === id) ?? refuse('shift.not-found', { status: 404 });
    const applied = shift.can.take === true ? (await this.sameTime.applied(actor, shift)).map((each) => ({ ...each, event: { ...each.event, snapshot: this.pages.titled(request, each.event.snapshot) } })) : [];
    const body = <ShiftView t={t} event={event} shift={shift} applied={applied} found={dutiesIn(asked)} signedIn={actor !== null} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: t('site.shift.title', { duty: shift.duty, event: event.title }), width: 'narrow', body });
  }

  @Post('shifts/:id/assignments')
  @Access('signed-in')
  async take(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string, @Body() body?: Record<string, unknown>): Promise<void> {
    const taken = await orRefusal(() => this.submissions.once(request, reply, async () => (await this.assignments.take(actor, id, typeof body?.['invitation'] === 'string' ? body['invitation'] : null)).id), PASSING);
    if ('done' in taken) return this.pages.seeOther(reply, `/me/duties/${taken.done}?taken=1`);
    return this.show(request, reply, actor, { query: {}, refused: taken.refused });
  }

  private async show(request: SiteRequest, reply: FastifyReply, actor: Actor | null, { query, refused }: { query: DutyQuery; refused: Refusal | null }): Promise<void> {
    const t = this.pages.t(request);
    const areas = (await this.events.allAreas()).map((area) => this.pages.named(request, area));
    const found = await this.duties.free(actor, query, areas);
    const titled = <T extends { readonly eventTitle: string; readonly eventKana: string | null }>(duty: T): T => this.pages.dutyTitled(request, duty);
    const listing = { ...found, items: found.items.map(titled), next: found.next && titled(found.next) };
    const body = <VolunteerView t={t} listing={listing} query={query} areas={areas} signedIn={actor !== null} refused={refused && refusalText(t, refused.code, refused.params)} now={this.duties.now()} />;
    await this.pages.send(request, reply, {
      title: t('site.volunteer.title'),
      audience: actor ? 'personal' : 'public',
      width: 'narrow',
      noindex: Object.keys(query).length > 0,
      head: <link rel="canonical" href={`${this.pages.config.publicUrl}${dutiesPath(query)}`} />,
      body,
      ...(refused === null ? {} : { status: PASSING.includes(refused.status) ? refused.status : 409, sentBack: 'site.error.409.title' }),
    });
  }
}
