import { createHash } from 'node:crypto';
import { VARY_BY_LANGUAGE } from '../../http/language.js';
import { FORM_TOKEN_FIELD } from '../../http/origin.js';
import { Zippable } from '../../http/zippable.js';
import type { MadePage } from './page-cache.js';

const HTML = 'text/html; charset=utf-8';

/**
 * A page with what is said about it. What is the same for everybody is packed for those who take it, unless somebody's
 * form token stands in it: beside words of their own it would be told by the packed length (BREACH).
 */
export function asMade(text: string, status: number, personal: boolean, type = HTML): MadePage {
  const html = Buffer.from(text);
  if (personal) return { html, status, headers: { 'content-type': type, 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' } };
  if (status !== 200) return { html, status, headers: { 'content-type': type, 'cache-control': 'no-cache' } };
  const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  const headers = { 'content-type': type, 'cache-control': 'no-cache', etag, vary: `${VARY_BY_LANGUAGE}, accept-encoding` };
  return text.includes(`name="${FORM_TOKEN_FIELD}"`) ? { html, status, headers } : { html, zippable: new Zippable(html), status, headers };
}
