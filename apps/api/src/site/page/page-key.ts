import type { IncomingHttpHeaders } from 'node:http';
import { isByInvitation } from '@yoriai/events';

/** Cookies by what they do to a public page. */
export interface CookieNames {
  /** Whoever sends it gets pages of their own. */
  session: string;
  /** Marks a browser and changes no page. */
  browser: string;
}

/**
 * What a public page may depend on besides the database and the clock: its address, the language that the browser
 * asks for, and every cookie but the mark of the browser. Cookies are settings (text size, language), so a new one
 * is part of the key without anybody thinking of it. They stay in their order: of two with one name the first counts. Null for the pages of an invitation, and with a session cookie, alive or not: no page for all.
 */
export function pageKey(request: { url?: string | undefined; headers: IncomingHttpHeaders }, names: CookieNames): string | null {
  if (isByInvitation(request.url ?? '')) return null;
  const { cookie, 'accept-language': language = '' } = request.headers;
  const key = `${request.url ?? ''}\n${language}`;
  if (cookie === undefined) return key;
  const settings = cookie.split(/; */).filter((part) => part !== '' && !part.startsWith(`${names.browser}=`));
  if (settings.some((part) => part.startsWith(`${names.session}=`))) return null;
  return [key, ...settings].join('\n');
}
