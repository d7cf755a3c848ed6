import type { Config } from '@yoriai/platform';
import { newToken } from '@yoriai/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formTokenOf } from './form-token.js';

/** Browsers treat these as safe without TLS, so `Secure` and the `__Host-` prefix work there (Secure Contexts). */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
/** The browser mark only binds a sign-in to the browser that asked; it names nobody. */
const BROWSER_DAYS = 180;

/** True where cookies may be `Secure`: https, or the machine itself. Plain http elsewhere is for development only. */
export function cookiesAreSecure(config: Config): boolean {
  const url = new URL(config.publicUrl);
  return url.protocol === 'https:' || LOOPBACK.has(url.hostname);
}

/** `__Host-yoriai`, or `yoriai` where Secure can't be. */
export function sessionCookieName(config: Config): string {
  return cookiesAreSecure(config) ? '__Host-yoriai' : 'yoriai';
}

/** `__Host-yoriai-browser`, or `yoriai-browser` where Secure can't be. */
export function browserCookieName(config: Config): string {
  return `${sessionCookieName(config)}-browser`;
}

/** `__Host-yoriai-form`, or `yoriai-form` where Secure can't be. */
export function formCookieName(config: Config): string {
  return `${sessionCookieName(config)}-form`;
}

function options(config: Config, expires: Date) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: cookiesAreSecure(config), expires } as const;
}

/** The token of the session cookie, if the browser sent one. */
export function sessionToken(request: Pick<FastifyRequest, 'cookies'>, config: Config): string | undefined {
  // Before the cookie parser has run (an address that can't be routed) there are none.
  const cookies = request.cookies as FastifyRequest['cookies'] | undefined;
  return cookies?.[sessionCookieName(config)] || undefined;
}

/** Hands the token of a new session to the browser, and beside it the form token, which the App's script may read. */
export function setSessionCookie(reply: FastifyReply, config: Config, session: { token: string; expiresAt: Date }): void {
  void reply.setCookie(sessionCookieName(config), session.token, options(config, session.expiresAt));
  void reply.setCookie(formCookieName(config), formTokenOf(session.token, config), { ...options(config, session.expiresAt), httpOnly: false });
}

/** Takes the session cookie away. */
export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  for (const name of [sessionCookieName(config), formCookieName(config)]) void reply.setCookie(name, '', options(config, new Date(0)));
}

/** Lets a shared computer forget what it kept of our pages: answers, pages to go back to, unsent texts. Cookies stay: the browser's mark is no secret. */
export function clearSiteData(reply: FastifyReply): void {
  void reply.header('clear-site-data', '"cache", "storage"');
}

/** The mark of this browser, if it has one. */
export function browserToken(request: FastifyRequest, config: Config): string | null {
  return request.cookies[browserCookieName(config)] || null;
}

/** The mark of this browser; a browser without one gets it. `now` sets how long it stays. */
export function ensureBrowserToken(request: FastifyRequest, reply: FastifyReply, config: Config, now: Date): string {
  const known = browserToken(request, config);
  if (known) return known;
  const token = newToken();
  const expires = new Date(now.getTime() + BROWSER_DAYS * 24 * 60 * 60 * 1000);
  void reply.setCookie(browserCookieName(config), token, options(config, expires));
  return token;
}
