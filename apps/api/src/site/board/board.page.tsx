import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { Boards } from '@yoriai/attendance';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { BoardView } from './board-view.js';

/** 会場のボード: numbers of the reception for a screen in the hall, without a name and without a script. */
@ApiExcludeController()
@Controller()
export class BoardPage {
  constructor(
    private readonly pages: Pages,
    private readonly boards: Boards,
  ) {}

  /** Leads on to the board, made anew by itself, for those who lead the event. Refuses as {@link Boards.codeFor} does. */
  @Get('print/events/:id/board')
  @Access('officer')
  async open(@CurrentActor() actor: Actor, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.pages.seeOther(reply, `/board/${await this.boards.codeFor(actor, id)}?renew=on`);
  }

  /** The board. Refuses `attendance.board-unknown` (404), which counts as a guess. */
  @Get('board/:code')
  @Access('public')
  async show(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('code') code: string, @Query('renew') renew?: unknown): Promise<void> {
    const found = await this.boards.at(code);
    const board = { ...found, event: this.pages.titled(request, found.event) };
    return this.pages.sendPaper(request, reply, { personal: true, document: <BoardView t={this.pages.t(request)} board={board} path={`/board/${encodeURIComponent(code)}`} renewed={renew === 'on'} alarm={await this.pages.alarm(request)} /> });
  }
}
