import type { FastifyInstance } from 'fastify';
import type { PageCache } from './page-cache.js';
import { pageKey, type CookieNames } from './page-key.js';

/**
 * Sends a public page that is ready (see {@link PageCache}) before anything more of the request is looked at:
 * on an evening when everybody opens the same page, that page costs as little as a file. Every answer gets
 * `always`, the headers of the house.
 */
export function sendReadyPages(fastify: FastifyInstance, cache: PageCache, names: CookieNames, always: Readonly<Record<string, string>>): void {
  const house = Object.entries(always).flat();
  fastify.addHook('onRequest', (request, reply, done) => {
    const key = request.method === 'GET' ? pageKey(request.raw, names) : null;
    const page = key === null ? undefined : cache.ready(key);
    if (!page) return done();
    const known = page.headers.etag !== undefined && request.headers['if-none-match'] === page.headers.etag;
    const headers = [...house, ...Object.entries(page.headers).flat(), 'x-request-id', request.id];
    reply.hijack();
    if (known) reply.raw.writeHead(304, headers).end();
    else reply.raw.writeHead(page.status, [...headers, 'content-length', String(page.html.byteLength)]).end(page.html);
  });
}
