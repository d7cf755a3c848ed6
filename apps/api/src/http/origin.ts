import { Refusal } from '@yoriai/platform';

/**
 * A change must come from our own pages: browsers name the origin of every form and fetch.
 * `null` or a foreign origin is refused (`platform.origin`, 403); no Origin at all is a program, not a
 * browser, and carries no cookie of somebody else.
 */
export function checkOrigin(request: { method: string; headers: { origin?: string; host?: string } }, publicUrl: string): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
  const { origin, host } = request.headers;
  if (origin === undefined) return;
  const own = new URL(publicUrl).origin;
  // A development server may be reached under another name of this machine than PUBLIC_URL says.
  const sameHost = URL.canParse(origin) && host !== undefined && new URL(origin).host === host && isLoopback(new URL(origin).hostname);
  if (origin !== own && !sameHost) throw new Refusal('platform.origin', { status: 403 });
}

/** True for names of this very machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
