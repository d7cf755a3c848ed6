import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FILE_TYPE, Refusal } from '@yoriai/platform';

/** Where files are taken: what proves that a condition is met or a procedure done, pictures of a report, and what an event hands out. */
const TAKES_FILES = /^\/api\/events\/[^/?]+\/((conditions|checklist)\/[^/?]+\/files|picture-places\/[^/?]+\/pictures\/(before|after)|handouts)(\?|$)/;

/**
 * Hands a file on unread: whoever answers the route reads it once they know who sends it and that they may, see
 * `received`. Everywhere else a file is refused (415) as before.
 */
export function takeFiles(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(FILE_TYPE, (request: FastifyRequest, payload, done) => {
    if (request.method === 'POST' && TAKES_FILES.test(request.url)) done(null, payload);
    else done(new Refusal('platform.media-type', { status: 415 }));
  });
}
