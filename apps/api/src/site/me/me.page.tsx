import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { EventCircles, type PublicEventPage } from '@yoriai/events';
import { Joining } from '@yoriai/identity';
import { PageQuery, refuse } from '@yoriai/platform';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, listOf } from '../page/submissions.js';
import { CirclesView } from './circles-view.js';
import { MeReader, type OwnBooking } from './me-reader.js';
import { MeView, type Said } from './me-view.js';
import { OwnAccount } from './own-account.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Events of one's associations that stand beside the rest; all of them have a page. */
const MOST_OF_CIRCLES = 3;
const SAID: readonly Said[] = ['duty-cancelled', 'joined', 'session-ended'];

/** わたしの予定: everything that is one's own. */
@ApiExcludeController()
@Controller('me')
@Access('signed-in')
export class MePage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly me: MeReader,
    private readonly joining: Joining,
    private readonly account: OwnAccount,
    private readonly circles: EventCircles,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    const t = this.pages.t(request);
    const found = await this.me.of(actor);
    const mine = { ...found, duties: found.duties.map((duty) => this.pages.dutyTitled(request, duty)), bookings: found.bookings.map((booking) => this.titled(request, booking)) };
    const said = SAID.find((each) => each === query['said']) ?? null;
    const circles = this.circlesTitled(request, await this.circles.list(actor, 1, { pageSize: MOST_OF_CIRCLES }));
    const body = <MeView t={t} actor={actor} mine={mine} circles={circles} said={said} keyOf={() => this.submissions.key(request, reply)} now={this.me.now()} />;
    await this.pages.send(request, reply, { title: t('site.me.title'), width: 'narrow', body });
  }

  /** What the people of one's associations and area are told of, page by page. */
  @Get('events')
  async events(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() { page }: PageQuery): Promise<void> {
    const t = this.pages.t(request);
    const circles = this.circlesTitled(request, await this.circles.list(actor, page));
    await this.pages.send(request, reply, { title: t('site.me.circles'), width: 'narrow', body: <CirclesView t={t} circles={circles} now={this.me.now()} /> });
  }

  /** この申込もあなたのものですか. */
  @Post('joinings')
  async join(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const chosen = listOf(request, 'personIds');
    if (!chosen.every((id) => UUID.test(id))) refuse('joining.not-offered', { status: 404 });
    await this.submissions.once(request, reply, () => this.joining.join(actor.personId, chosen));
    return this.pages.seeOther(reply, chosen.length === 0 ? '/me' : '/me?said=joined');
  }

  /** Signs out another device, e.g. a lost phone. */
  @Post('sessions/:id/end')
  async endSession(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.submissions.once(request, reply, () => this.account.endSession(actor.accountId, id));
    return this.pages.seeOther(reply, '/me?said=session-ended');
  }

  private circlesTitled(request: SiteRequest, circles: PublicEventPage): PublicEventPage {
    return { ...circles, items: circles.items.map((event) => this.pages.titled(request, event)) };
  }

  private titled(request: SiteRequest, booking: OwnBooking): OwnBooking {
    const { event } = booking;
    return { ...booking, event: { ...event, snapshot: this.pages.titled(request, event.snapshot) } };
  }
}
