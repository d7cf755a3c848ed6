import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { refuse } from '@yoriai/platform';
import { Assignments, DutyPhotos, type AssignmentResponse } from '@yoriai/rosters';
import { orRefusal } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { DutyCancelView, DutyView } from './duty-view.js';
import { MeReader } from './me-reader.js';

/** One duty of one's own: just taken, to look up, to give back. */
@ApiExcludeController()
@Controller('me/duties/:id')
@Access('signed-in')
export class DutyPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly me: MeReader,
    private readonly assignments: Assignments,
    private readonly photos: DutyPhotos,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Req() request: SiteRequest,
    @Res() reply: FastifyReply,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const duty = await this.duty(request, actor, id);
    const body = <DutyView t={this.pages.t(request)} duty={duty} taken={query['taken'] === '1' && duty.status === 'confirmed'} now={this.me.now()} pictures={await this.photos.told(actor, id)} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: `${duty.eventTitle} ${duty.duty}`, width: 'narrow', body });
  }

  @Get('cancel')
  async askCancel(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    const t = this.pages.t(request);
    const duty = await this.duty(request, actor, id);
    const body = <DutyCancelView t={t} duty={duty} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: t('site.me.duty.cancel.title'), width: 'narrow', body });
  }

  /** Given back already is given back; what can't be given back any more says why on its own page. */
  @Post('cancellation')
  async cancel(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.duty(request, actor, id);
    const cancelled = await orRefusal(() => this.submissions.once(request, reply, async () => (await this.assignments.cancel(actor, id)).status));
    return this.pages.seeOther(reply, 'done' in cancelled ? '/me?said=duty-cancelled' : `/me/duties/${id}/cancel`);
  }

  /** Whether pictures may be shown; what is neither yes nor no changes nothing. */
  @Post('photos')
  async sayPhotos(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.duty(request, actor, id);
    const { photos } = formOf(request);
    if (photos === 'yes' || photos === 'no') await orRefusal(() => this.submissions.once(request, reply, () => this.photos.say(actor, id, photos === 'yes')));
    return this.pages.seeOther(reply, `/me/duties/${id}`);
  }

  /** One's own duty, the title of its event as this reader reads it. */
  private async duty(request: SiteRequest, actor: Actor, id: string): Promise<AssignmentResponse> {
    const found = (await this.me.duty(actor, id)) ?? refuse('assignment.not-found', { status: 404 });
    return this.pages.dutyTitled(request, found);
  }
}
