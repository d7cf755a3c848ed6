import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { CheckInRequest, CheckInUndoRequest, CheckIns, Reception, type TicketAtDoor } from '@yoriai/attendance';
import { Refusal, parseForm, refuse } from '@yoriai/platform';
import { orRefusal } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { CheckInView, type DoorAnswer } from './check-in-view.js';

const ANSWERS: readonly DoorAnswer[] = ['done', 'already', 'review', 'undone'];

/** Receiving a ticket with the phone's own camera: its link, and one button. The form's key is the act's nonce, so twice is once. */
@ApiExcludeController()
@Controller('t/:token')
@Access('officer')
export class CheckInPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly checkIns: CheckIns,
    private readonly reception: Reception,
  ) {}

  @Post('check-in')
  async checkIn(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const atDoor = await this.atDoor(actor, token);
    const form = formOf(request);
    const asked = await parseForm(CheckInRequest, { nonce: form['_key'], ticket: token, heads: form['heads'], ...(form['anyway'] ? { anyway: 'on' } : {}) });
    if (asked.errors.length > 0) throw new Refusal('platform.invalid', { status: 422, fields: asked.errors });
    const act = await orRefusal(() => this.checkIns.checkIn(actor, atDoor.eventId, asked.value));
    return this.answer(reply, token, 'done' in act ? act.done.answer : 'review');
  }

  @Post('check-in-undo')
  async undo(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const atDoor = await this.atDoor(actor, token);
    const about = { subjectKind: 'application', subjectId: atDoor.applicationId, heads: String(atDoor.heads) };
    const asked = await parseForm(CheckInUndoRequest, { nonce: formOf(request)['_key'], ...about });
    if (asked.errors.length > 0) throw new Refusal('platform.invalid', { status: 422, fields: asked.errors });
    const act = await orRefusal(() => this.checkIns.undo(actor, atDoor.eventId, asked.value));
    return this.answer(reply, token, 'done' in act ? 'undone' : 'review');
  }

  /** What came of it, full screen: ○, △ or ×. */
  @Get('check-in')
  async result(
    @CurrentActor() actor: Actor,
    @Req() request: SiteRequest,
    @Res() reply: FastifyReply,
    @Param('token') token: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const answer = ANSWERS.find((each) => each === query['answer']);
    if (!answer) return this.pages.seeOther(reply, `/t/${encodeURIComponent(token)}`);
    const t = this.pages.t(request);
    const atDoor = await this.atDoor(actor, token);
    const body = <CheckInView t={t} atDoor={atDoor} answer={answer} token={token} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: t('site.reception.title'), width: 'narrow', body });
  }

  private async atDoor(actor: Actor, token: string): Promise<TicketAtDoor> {
    return (await this.reception.ticketFor(actor, token)) ?? refuse('application.ticket-unknown', { status: 404 });
  }

  private async answer(reply: FastifyReply, token: string, answer: DoorAnswer): Promise<void> {
    return this.pages.seeOther(reply, `/t/${encodeURIComponent(token)}/check-in?answer=${answer}`);
  }
}
