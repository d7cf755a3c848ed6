import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { MadePage, PageCache } from './page-cache.js';
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
    else send(reply.raw, page, request.headers, headers);
  });
}

function send(raw: ServerResponse, page: MadePage, asked: IncomingHttpHeaders, headers: readonly string[]): void {
  const packed = page.zippable?.for(asked) ?? { bytes: page.html, headers: {} };
  const own = [...Object.entries(packed.headers).flat(), 'content-length', String(packed.bytes.byteLength)];
  raw.writeHead(page.status, [...headers, ...own]).end(packed.bytes);
}
