import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { isByInvitation } from '@yoriai/events';
import { VARY_BY_LANGUAGE } from '../http/language.js';
import { Pages, renderPage } from '../site/page/pages.js';
import { asksForPdf, choicesOf, type PaperChoices } from './paper-choices.js';
import { PdfPrinter } from './pdf-printer.js';

/** What every paper is drawn with. */
export interface PaperTools {
  readonly choices: PaperChoices;
  readonly pdf: boolean;
}

/** Sends a paper: as the page that previews and prints it, or as the PDF of the same page. */
@Injectable()
export class Papers {
  constructor(
    private readonly pages: Pages,
    private readonly printer: PdfPrinter,
  ) {}

  /** `draw` reads and draws for the person who asks; for a PDF it runs when the printer is free. */
  async send(request: FastifyRequest, reply: FastifyReply, paper: { personal: boolean; draw: (tools: PaperTools) => Promise<ReactElement> }): Promise<void> {
    const tools = { choices: choicesOf(request), pdf: this.printer.ready };
    if (!asksForPdf(request)) return this.pages.sendPaper(request, reply, { document: await paper.draw(tools), personal: paper.personal });
    const personal = paper.personal || isByInvitation(request.url);
    const pdf = await this.printer.print(async () => renderPage(await paper.draw(tools)));
    await reply
      .header('cache-control', personal ? 'private, no-store' : 'no-cache')
      .header('x-robots-tag', 'noindex')
      .header('vary', VARY_BY_LANGUAGE)
      .type('application/pdf')
      .send(pdf);
  }
}
