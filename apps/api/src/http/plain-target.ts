import type { IncomingMessage } from 'node:http';

/** `http://host` before a path: whoever sends it takes us for a proxy, and has to be answered (RFC 9112 §3.2.2). */
const AUTHORITY = /^https?:\/\/[^/?#]*/i;

/** From here on an address is a path, whatever was sent: what is an API's and what a page's is told by its beginning, and no page repeats a foreign host. */
export function plainTarget(request: IncomingMessage): void {
  const { url = '/' } = request;
  if (url.startsWith('/')) return;
  const path = url.replace(AUTHORITY, '');
  request.url = path.startsWith('/') ? path : `/${path}`;
}
