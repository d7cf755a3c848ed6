import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { OptOuts } from '@yoriai/notifications';
import { Db, refuse } from '@yoriai/platform';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { formOf } from '../page/submissions.js';
import { OptOutView } from './opt-out-view.js';

/** Where a reminder's "no more of these" leads. The link itself is the proof; opening it changes nothing, because mail scanners open links. */
@ApiExcludeController()
@Controller('opt-out')
@Access('public')
export class OptOutPage {
  constructor(
    private readonly pages: Pages,
    private readonly optOuts: OptOuts,
    private readonly db: Db,
  ) {}

  @Get(':token')
  async ask(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string, @Query('done') done?: unknown): Promise<void> {
    const personId = this.personOf(token);
    const stopped = await this.db.read((tx) => this.optOuts.has(tx, personId));
    const t = this.pages.t(request);
    const view = { stopped, done: done === 'stopped' || done === 'restarted' ? done : null } as const;
    await this.pages.send(request, reply, { title: t('notifications.opt-out.title'), width: 'narrow', body: <OptOutView t={t} token={token} {...view} /> });
  }

  /** The page's button, or the mail program's own (RFC 8058, which wants no page in answer). Twice is the same as once. */
  @Post(':token')
  async choose(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const personId = this.personOf(token);
    const form = formOf(request);
    const restart = form['wish'] === 'restart';
    await this.db.transaction((tx) => (restart ? this.optOuts.remove(tx, personId) : this.optOuts.add(tx, personId)));
    if (form['List-Unsubscribe'] === 'One-Click') {
      await reply.status(200).type('text/plain; charset=utf-8').send('');
      return;
    }
    await this.pages.seeOther(reply, `/opt-out/${encodeURIComponent(token)}?done=${restart ? 'restarted' : 'stopped'}`);
  }

  private personOf(token: string): string {
    return this.optOuts.personOf(token) ?? refuse('notifications.link-unknown', { status: 404 });
  }
}
