import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { ContestResults, Events } from '@yoriai/events';
import { Clock, Db } from '@yoriai/platform';
import type { SiteRequest } from '../site/page/site-request.js';
import { BibsView, CertificatesView, JudgingPaperView, type ContestPaper } from './contest-papers-view.js';
import { Papers } from './papers.js';

/** The papers of a contest: numbers to wear, sheets to judge on, certificates. The last bear names: who printed them is logged. */
@ApiExcludeController()
@Controller('print/events/:id')
@Access('officer')
export class ContestPapersPage {
  constructor(
    private readonly papers: Papers,
    private readonly db: Db,
    private readonly events: Events,
    private readonly results: ContestResults,
    private readonly clock: Clock,
  ) {}

  /** ゼッケン, two to a sheet. */
  @Get(['bibs', 'bibs.pdf'])
  bibs(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.send(request, reply, actor, id, async (paper) => <BibsView {...paper} {...await this.results.numbers(actor, id)} large={false} />);
  }

  /** ゼッケン, one to a sheet. */
  @Get(['bibs-a4', 'bibs-a4.pdf'])
  largeBibs(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.send(request, reply, actor, id, async (paper) => <BibsView {...paper} {...await this.results.numbers(actor, id)} large />);
  }

  /** 審査票 on paper: numbers and criteria, nobody's name but the judge's. */
  @Get(['judging-sheet', 'judging-sheet.pdf'])
  judgingSheet(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.send(request, reply, actor, id, async (paper) => <JudgingPaperView {...paper} {...await this.results.numbers(actor, id)} />);
  }

  /** 賞状. */
  @Get(['certificates', 'certificates.pdf'])
  certificates(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.send(request, reply, actor, id, async (paper) => <CertificatesView {...paper} {...await this.results.certificates(actor, id)} />);
  }

  private send(request: SiteRequest, reply: FastifyReply, actor: Actor, id: string, draw: (paper: ContestPaper) => Promise<ReactElement>): Promise<void> {
    return this.papers.send(request, reply, {
      personal: true,
      draw: async (tools) => {
        const { title, startsAt, endsAt, placeName, calledOff } = await this.db.read(async (tx) => {
          const event = await this.events.seen(tx, actor, id);
          return { ...event, calledOff: await this.events.calledOff(tx, event) };
        });
        return draw({ tools, eventId: id, event: { title: title ?? '', startsAt, endsAt, placeName: placeName ?? '', calledOff }, now: this.clock.now() });
      },
    });
  }
}
