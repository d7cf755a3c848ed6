import type { FastifyReply, FastifyRequest } from 'fastify';
import { newToken } from '@yoriai/platform';

/** Tells one browser from another before anybody has signed in; says nothing about the person. */
export const BROWSER_COOKIE = 'yoriai_browser';
const YEAR_S = 365 * 24 * 60 * 60;

/** This browser's token; a new one is set when there is none. */
export function browserToken(request: FastifyRequest, reply: FastifyReply): string {
  const known = request.cookies[BROWSER_COOKIE];
  if (known && /^[\w-]{43}$/.test(known)) return known;
  const token = newToken();
  void reply.setCookie(BROWSER_COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: YEAR_S,
    secure: request.protocol === 'https',
  });
  // A second call within the same request must answer the same.
  request.cookies[BROWSER_COOKIE] = token;
  return token;
}
