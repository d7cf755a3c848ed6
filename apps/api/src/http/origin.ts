import type { FastifyRequest } from 'fastify';
import { isFormTokenOf, sessionToken } from '@yoriai/identity';
import { Refusal, type Config } from '@yoriai/platform';
import { isChange } from './request.js';

/** The hidden field of a form and the header of a program that prove where a change comes from. */
export const FORM_TOKEN_FIELD = '_token';
export const FORM_TOKEN_HEADER = 'x-form-token';

/**
 * A change must come from our own pages: browsers name the origin of every form and fetch.
 * `null` or a foreign origin is refused (`platform.origin`, 403), before the body is read. No Origin at all
 * is for {@link checkFormToken}.
 */
export function checkOrigin(request: { method: string; headers: { origin?: string; host?: string } }, publicUrl: string): void {
  const { origin, host } = request.headers;
  if (!isChange(request.method) || origin === undefined) return;
  const own = new URL(publicUrl).origin;
  // A development server may be reached under another name of this machine than PUBLIC_URL says.
  const sameHost = URL.canParse(origin) && host !== undefined && new URL(origin).host === host && isLoopback(new URL(origin).hostname);
  if (origin !== own && !sameHost) throw new Refusal('platform.origin', { status: 403 });
}

/**
 * A change without Origin is a program's or an old browser's. Without a session cookie it acts for nobody
 * and passes; with one it must prove that it was made on a page of ours, by the form token in the field
 * `_token` or the header `X-Form-Token`. Refuses `platform.form-token` (403). Call it when the body is read.
 */
export function checkFormToken(request: Pick<FastifyRequest, 'method' | 'headers' | 'cookies' | 'body'>, config: Config): void {
  if (!isChange(request.method) || request.headers.origin !== undefined) return;
  const session = sessionToken(request, config);
  if (session === undefined) return;
  const field = typeof request.body === 'object' && request.body !== null ? (request.body as Record<string, unknown>)[FORM_TOKEN_FIELD] : undefined;
  const given = request.headers[FORM_TOKEN_HEADER] ?? field;
  if (!isFormTokenOf(session, given, config)) throw new Refusal('platform.form-token', { status: 403 });
}

/** True for names of this very machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
