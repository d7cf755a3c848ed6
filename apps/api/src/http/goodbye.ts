import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Lines that nobody uses for so long after the process has closed its door are cut (milliseconds). */
const LONGEST_GOODBYE_MS = 10_000;

/** Whether this process was told to leave: `/health/open` says so to the proxies in front. */
@Injectable()
export class Goodbye {
  said = false;
}

/**
 * Told to leave, the process first says so for `noticeMs` and still takes everybody: whoever is on the way while the
 * door closes stands in the system's queue of lines and would be cut off unheard. Then it takes no line any more,
 * answers what it has taken and asks everybody to come back over another line.
 * Fastify says so only to requests that come later; without it a line whose answer was on its way at that moment
 * would be kept open, and with it the process, for over a minute.
 */
export function sayGoodbye(fastify: FastifyInstance, goodbye: Goodbye, noticeMs: number): void {
  fastify.addHook('preClose', async () => {
    goodbye.said = true;
    if (noticeMs > 0) await pause(noticeMs);
    setTimeout(() => fastify.server.closeAllConnections(), LONGEST_GOODBYE_MS).unref();
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (goodbye.said) void reply.header('connection', 'close');
    done();
  });
}
