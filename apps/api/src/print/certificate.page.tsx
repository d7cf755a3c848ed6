import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { Histories } from '@yoriai/attendance';
import { Clock, Config } from '@yoriai/platform';
import type { SiteRequest } from '../site/page/site-request.js';
import { CertificateView } from './certificate-view.js';
import { Papers } from './papers.js';

/** 活動証明書: one's own hours of a fiscal year, for a school or an employer. */
@ApiExcludeController()
@Controller()
export class CertificatePage {
  constructor(
    private readonly papers: Papers,
    private readonly histories: Histories,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  @Get(['me/history/:year/certificate', 'me/history/:year/certificate.pdf'])
  @Access('signed-in')
  certificate(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('year') year: string): Promise<void> {
    return this.papers.send(request, reply, {
      personal: true,
      draw: async (tools) => <CertificateView tools={tools} certified={await this.histories.certified(actor, year)} config={this.config} now={this.clock.now()} />,
    });
  }
}
