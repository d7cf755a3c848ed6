import type { FastifyRequest } from 'fastify';
import { PAPER_SIZES, POSTER_LOOKS, isLang, translator, type PaperSize, type PosterLook, type Translate } from '@yoriai/ui';
import { wordsFor } from '../http/language.js';

/** What somebody chose for a paper. */
export interface PaperChoices {
  readonly t: Translate;
  readonly size: PaperSize;
  readonly look: PosterLook;
  /** Address of this paper as a PDF, or as a page: without and with another choice. */
  address(change: { pdf?: boolean; size?: PaperSize; look?: PosterLook; lang?: string }): string;
}

const PDF = /\.pdf$/;

/** Whether the address asks for the PDF and not for the page. */
export function asksForPdf(request: Pick<FastifyRequest, 'url'>): boolean {
  return PDF.test(pathOf(request));
}

/**
 * Size, look and language of a paper, from its address: `?size=a3&look=words&lang=en`. Anything else there
 * is the usual: A4, with a picture, in the language of whoever asks.
 */
export function choicesOf(request: FastifyRequest): PaperChoices {
  const query = request.query as Readonly<Record<string, unknown>>;
  const size = oneOf(PAPER_SIZES, query['size']);
  const look = oneOf(POSTER_LOOKS, query['look']);
  const asked = query['lang'];
  const lang = isLang(asked) ? asked : undefined;
  const path = pathOf(request).replace(PDF, '');
  return {
    t: lang === undefined ? wordsFor(request) : translator(lang),
    size,
    look,
    address: (change) => {
      const chosen = { size, look, lang, ...change };
      const said = new URLSearchParams();
      if (chosen.size !== PAPER_SIZES[0]) said.set('size', chosen.size);
      if (chosen.look !== POSTER_LOOKS[0]) said.set('look', chosen.look);
      if (chosen.lang !== undefined) said.set('lang', chosen.lang);
      const words = said.toString();
      return `${path}${change.pdf ? '.pdf' : ''}${words === '' ? '' : `?${words}`}`;
    },
  };
}

function pathOf(request: Pick<FastifyRequest, 'url'>): string {
  return request.url.split('?', 1)[0] ?? '';
}

function oneOf<T extends string>(values: readonly [T, ...T[]], asked: unknown): T {
  return values.find((value) => value === asked) ?? values[0];
}
