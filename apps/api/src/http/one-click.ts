import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@yoriai/platform';

/** The page's own button sends an ordinary form; everything else on this path comes from a mail program. */
const OPT_OUT = /^\/opt-out\/[^/?]+(\?|$)/;

/**
 * Takes what mail programs send for "no more of these", whatever its form: RFC 8058 §3.2 wants
 * `multipart/form-data` where possible, and all it can say is that it was pressed. Everywhere else an
 * unknown form stays refused (415).
 */
export function takeOneClick(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (request: FastifyRequest, _body, done) => {
    if (request.method === 'POST' && OPT_OUT.test(request.url)) done(null, { 'List-Unsubscribe': 'One-Click' });
    else done(new Refusal('platform.media-type', { status: 415 }));
  });
}
