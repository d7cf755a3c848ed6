import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal, type CallingRequest } from '@yoriai/platform';

/** Files and health checks cost next to nothing, and a monitor must never be told to wait. */
const UNBOUND = /^\/(theme|app\/assets|health)\//;

/**
 * Bounds what one address (of IPv6: one /64 network) may ask of this process in a minute, counted in memory:
 * far above what a community centre full of people needs, below what wears the ward's server out. Refuses
 * `platform.too-many` (429) with the seconds until the minute is over. What is worth guessing or costs a
 * letter is counted in PostgreSQL besides, across processes.
 */
export async function boundRequests(fastify: FastifyInstance, perMinute: number): Promise<void> {
  await fastify.register(rateLimit, { global: false, max: perMinute, timeWindow: '1 minute', allowList: (request) => UNBOUND.test(request.url) });
  const count = fastify.createRateLimit();
  // A hook for everything, so that addresses which lead nowhere count too.
  fastify.addHook('onRequest', async (request: FastifyRequest & CallingRequest) => {
    const counted = await count(request);
    request.network = counted.key;
    if (!counted.isAllowed && counted.isExceeded) throw new Refusal('platform.too-many', { status: 429, retryAfter: Math.max(1, counted.ttlInSeconds) });
  });
}
