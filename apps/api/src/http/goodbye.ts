import type { FastifyInstance } from 'fastify';

/** Lines that nobody uses for so long after the process was told to leave are cut (milliseconds). */
const LONGEST_GOODBYE_MS = 10_000;

/**
 * Told to leave, the process answers what it has taken and asks everybody to come back over another line.
 * Fastify says so only to requests that come later; without it a line whose answer was on its way at that moment
 * would be kept open, and with it the process, for over a minute.
 */
export function sayGoodbye(fastify: FastifyInstance): void {
  let leaving = false;
  fastify.addHook('preClose', (done) => {
    leaving = true;
    setTimeout(() => fastify.server.closeAllConnections(), LONGEST_GOODBYE_MS).unref();
    done();
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (leaving) void reply.header('connection', 'close');
    done();
  });
}
