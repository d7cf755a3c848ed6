import type { FastifyRequest } from 'fastify';

/** True for the JSON API and the health checks, whose errors are problem documents; everything else answers pages. */
export function isApi(request: Pick<FastifyRequest, 'url'>): boolean {
  return /^\/(api|health)(\/|\?|$)/.test(request.url);
}

/** True for methods that change something. */
export function isChange(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method);
}
