import { Controller, Get, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { AskedDuties } from '@yoriai/rosters';
import { orRefusal } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { AskedDutyView } from './asked-duty-view.js';

/** A duty of an event that was put off, by the link in the letter. Opening it changes nothing. */
@ApiExcludeController()
@Controller('d/:id/:token')
@Access('public')
export class AskedDutyPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly duties: AskedDuties,
  ) {}

  @Get()
  async show(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string, @Param('token') token: string): Promise<void> {
    const { duty, question } = await this.duties.read(id, token);
    const body = <AskedDutyView t={this.pages.t(request)} duty={this.pages.dutyTitled(request, duty)} question={question} path={pathOf(id, token)} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: `${duty.eventTitle} ${duty.duty}`, width: 'narrow', body });
  }

  /** What can't be answered any more says so on the page. */
  @Post('answer')
  async answer(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string, @Param('token') token: string): Promise<void> {
    // A wrong link is unknown before anything is kept of the form.
    await this.duties.read(id, token);
    const no = formOf(request)['answer'] === 'no';
    await orRefusal(() => this.submissions.once(request, reply, () => (no ? this.duties.no(id, token) : this.duties.yes(id, token))));
    return this.pages.seeOther(reply, pathOf(id, token));
  }

  @Get('answer')
  back(@Res() reply: FastifyReply, @Param('id') id: string, @Param('token') token: string): Promise<void> {
    return this.pages.seeOther(reply, pathOf(id, token));
  }
}

const pathOf = (id: string, token: string): string => `/d/${encodeURIComponent(id)}/${encodeURIComponent(token)}`;
