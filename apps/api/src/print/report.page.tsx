import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { EventQueries, Pictures } from '@yoriai/events';
import { Clock, refuse, smaller } from '@yoriai/platform';
import type { SiteRequest } from '../site/page/site-request.js';
import { Papers } from './papers.js';
import { ReportView, type ReportViewProps } from './report-view.js';

/** Half a sheet wide, two hundred dots to the inch. */
const PRINTED_SIDE = 700;

/** 実施報告書, for the officers of the host and the ward office; each picture on it is a look that is logged. */
@ApiExcludeController()
@Controller()
export class ReportPage {
  constructor(
    private readonly papers: Papers,
    private readonly events: EventQueries,
    private readonly pictures: Pictures,
    private readonly clock: Clock,
  ) {}

  @Get(['print/events/:id/report', 'print/events/:id/report.pdf'])
  @Access('officer')
  report(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.papers.send(request, reply, { personal: true, draw: async (tools) => <ReportView tools={tools} {...await this.reported(actor, id)} now={this.clock.now()} /> });
  }

  private async reported(actor: Actor, id: string): Promise<Pick<ReportViewProps, 'event' | 'spots'>> {
    // First whether they may see it at all: who may not is not told whether there is a report.
    const { spots } = await this.pictures.list(actor, id);
    const event = await this.events.detail(actor, id);
    if (event.report === null) return refuse('report.none');
    const contents = await this.pictures.readAll(actor, id);
    const printed: ReportViewProps['spots'][number][] = [];
    for (const { id: spotId, place, before, after } of spots) printed.push({ id: spotId, place, before: await drawn(contents, before), after: await drawn(contents, after) });
    return { event, spots: printed };
  }
}

/** A picture as it stands on paper; null where there is none, or it was taken away a moment ago. */
async function drawn(contents: ReadonlyMap<string, Buffer>, picture: { fileId: string } | null): Promise<string | null> {
  const content = picture && contents.get(picture.fileId);
  return content ? `data:image/jpeg;base64,${(await smaller(content, PRINTED_SIDE)).toString('base64')}` : null;
}
