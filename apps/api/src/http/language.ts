import type { FastifyRequest } from 'fastify';
import { isLang, spokenOf, translator, type Lang, type Translate } from '@yoriai/ui';

/** The language that was chosen on a page; the App reads it too. */
export const LANGUAGE_COOKIE = 'yoriai_lang';

/** What an answer depends on that is written in somebody's language. */
export const VARY_BY_LANGUAGE = 'cookie, accept-language';

type Asking = Pick<FastifyRequest, 'cookies' | 'headers'>;

/**
 * The language of a request: the one that was chosen, otherwise what the browser asks for, otherwise
 * Japanese. A browser can't ask for easy Japanese; that is always chosen.
 */
export function languageOf(request: Asking): Lang {
  // Before the cookie parser has run (a request refused at the door) there are no cookies.
  const chosen = (request.cookies as Asking['cookies'] | undefined)?.[LANGUAGE_COOKIE];
  if (isLang(chosen)) return chosen;
  return spokenOf(tagsOf(request.headers['accept-language'] ?? ''));
}

/** The words a request is answered in. */
export function wordsFor(request: Asking): Translate {
  return translator(languageOf(request));
}

/** The tags of an Accept-Language header, the dearest first (RFC 9110 §12.5.4); those refused by `q=0` are left out. */
export function tagsOf(header: string): string[] {
  return header
    .split(',')
    .map((part) => /^\s*([\w*-]+)\s*(?:;\s*q\s*=\s*([\d.]+))?\s*$/i.exec(part))
    .map((match) => ({ tag: match?.[1] ?? '', weight: Number(match?.[2] ?? 1) }))
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
